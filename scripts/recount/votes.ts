/** The votes of an exported ballot (docs/ballot-format.md, "Votes"): each one checked, and the faulty one named. */
import { canonical, expect, object, string, within, type Fields } from "../verify.ts";
import { count, elements, oneOf, only, total } from "./checks.ts";

export type Secrecy = "public" | "secret" | null;

/** One line of the list: so many votes, in weights, that say the same. */
export interface VoteLine<Said> {
  readonly count: number;
  readonly said: Said;
  /** Null where the line names nobody. */
  readonly delegation: string | null;
  /** Null where the line does not say. */
  readonly channel: string | null;
}

/** What a vote says: the keys that it says it with, and how they are read. */
export interface Saying<Said> {
  readonly keys: readonly string[];
  readonly read: (fields: Fields) => Said;
}

/** A vote that answers nothing of what its method asks, and is said in the same way in all. */
const asides = ["abstention", "notTakingPart"] as const;
export type Aside = (typeof asides)[number];

/** What a method's vote says, or that it is none of its answers. */
export const orAside = <Said>({
  keys,
  read,
}: Saying<Said>): Saying<{ readonly own: Said } | { readonly aside: Aside }> => ({
  keys: [...keys, "choice"],
  read: (fields) => {
    if (!("choice" in fields)) return { own: read(fields) };
    expect(!keys.some((key) => key in fields), "il répond, et dit qu’il ne répond pas.");
    return { aside: oneOf(fields, "choice", asides, "la réponse") };
  },
});

const channels = ["phone", "hands", "paper", "proxy"];

export function readVotes<Said>(value: unknown, secrecy: Secrecy, saying: Saying<Said>): readonly VoteLine<Said>[] {
  const shares = new Map<string, { readonly of: number; readonly cast: number }>();
  let previous = "";
  const lines = elements(value, "votes").map((line, index) =>
    within(nameOf(index, line), () => {
      const fields = object(line);
      const read = "voter" in fields ? readNamed(fields, shares, saying) : readCounted(fields, secrecy, saying);
      if (secrecy !== "secret") return read;
      expect(!("voter" in fields), "un scrutin secret ne nomme personne.");
      const content = canonical(Object.fromEntries(Object.entries(fields).filter(([key]) => key !== "count")));
      expect(previous <= content, "il n’est pas à sa place : les choix d’un scrutin secret sont triés.");
      previous = content;
      return read;
    }),
  );
  total(lines.map(({ count }) => count));
  return lines;
}

const nameOf = (index: number, line: unknown): string => {
  const voter: unknown = typeof line === "object" && line !== null ? Reflect.get(line, "voter") : null;
  return typeof voter === "string" ? `le bulletin ${index + 1} (${voter})` : `le bulletin ${index + 1}`;
};

function readNamed<Said>(
  fields: Fields,
  shares: Map<string, { readonly of: number; readonly cast: number }>,
  { keys, read }: Saying<Said>,
): VoteLine<Said> {
  only(fields, ["voter", "delegation", "weight", "channel", "of", ...keys]);
  const [voter, delegation, channel] = [string(fields, "voter"), string(fields, "delegation"), readChannel(fields)];
  const weight = count(fields, "weight");
  expect(weight > 0, "son poids est nul.");
  const share = shares.get(voter);
  if ("of" in fields) {
    const of = count(fields, "of");
    const cast = (share?.cast ?? 0) + weight;
    expect(share === undefined || share.of === of, `les parts de ${voter} ne sont pas d’un même poids.`);
    expect(cast <= of, `les parts de ${voter} font ensemble plus que son poids, ${of}.`);
    shares.set(voter, { of, cast });
  } else {
    expect(share === undefined, `${voter} a déjà un bulletin.`);
    shares.set(voter, { of: weight, cast: weight });
  }
  return { count: weight, said: read(fields), delegation, channel };
}

function readCounted<Said>(fields: Fields, secrecy: Secrecy, { keys, read }: Saying<Said>): VoteLine<Said> {
  only(fields, ["count", ...(secrecy === "secret" ? [] : ["channel", "zone"]), ...keys]);
  if ("zone" in fields) string(fields, "zone");
  const named = "channel" in fields;
  expect(secrecy !== "public" || named, "d’un scrutin public, il doit dire qui vote, ou par quel canal on l’a compté.");
  const channel = named ? readChannel(fields) : null;
  return { count: count(fields, "count"), said: read(fields), delegation: null, channel };
}

function readChannel(fields: Fields): string {
  const channel = string(fields, "channel");
  expect(channels.includes(channel), `le canal « ${channel} » est inconnu.`);
  return channel;
}
