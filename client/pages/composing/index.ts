import { amend } from "./amend.ts";

export type { OpenWish } from "./amend.ts";

/** The page of the bundle `amend`. */
export const composingPages = [amend] as const;
