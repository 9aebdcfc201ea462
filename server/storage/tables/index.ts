import { amendments, revisions } from "./amendments.ts";
import { ballots, roll, votes } from "./ballots.ts";
import { signatures } from "./declarations.ts";
import { installation } from "./installation.ts";
import { journal, words } from "./journal.ts";
import { codes, creationLinks, delegations, gatherings, grants, participants, sessions } from "./people.ts";
import { agenda } from "./plenary.ts";
import { commits, pushes, snapshots, texts } from "./texts.ts";

const defined = {
  installation,
  gatherings,
  creationLinks,
  journal,
  words,
  delegations,
  participants,
  grants,
  codes,
  sessions,
  texts,
  commits,
  pushes,
  snapshots,
  ballots,
  roll,
  votes,
  amendments,
  revisions,
  agenda,
  signatures,
};

/** Every table of the house, by room, typed alike for both dialects. */
export type Tables = { readonly [K in keyof typeof defined]: (typeof defined)[K]["sqlite"] };

export const sqliteTables: Tables = inDialect("sqlite");
export const postgresTables: Tables = inDialect("postgres");

function inDialect(dialect: "sqlite" | "postgres"): Tables {
  const tables: unknown = Object.fromEntries(Object.entries(defined).map(([name, table]) => [name, table[dialect]]));
  return tables as Tables;
}
