/** Every table of the house, by room. Filled by `define()`, the same keys for both dialects. */
export type Tables = Record<never, never>;
