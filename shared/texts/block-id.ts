/**
 * The name of a block: `k3f9…` made by an editor, or `<version>.<ordinal>` given by the authority.
 * `doc` and names beginning with `+` are kept for change sets, where they stand for the text itself and for new blocks.
 */
export type BlockId = string;

const form = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/u;

export const isBlockId = (id: string): boolean => form.test(id) && id !== "doc";

/** The name that the authority gives to the `ordinal`th block (from 1) that it repairs in `version`. */
export const repairedId = (version: number, ordinal: number): BlockId => `${version}.${ordinal}`;
