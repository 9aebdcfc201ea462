import type { Shell } from "../../shared/views/index.ts";

/** Sunday at 11 h 52 min 08 s, in Commercy. */
export const sundayMs = Date.UTC(2020, 0, 19, 10, 52, 8);

/** The shell of a page as tests and the gallery draw it: nobody signed in, in the gathering of Valbrune. */
export const shellOf = (facts: Partial<Shell>): Shell => ({
  gathering: { slug: "valbrune", name: "Rencontre de Valbrune", language: "fr", timeZone: "Europe/Paris" },
  path: "/",
  epoch: "e1",
  cursor: 412,
  nowMs: sundayMs,
  encrypted: true,
  me: null,
  token: "jeton",
  refused: null,
  ...facts,
});
