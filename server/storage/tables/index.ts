import { getTableName } from "drizzle-orm";

import { amending, amendments, comments, cosignatures, opinions, revisions } from "./amendments.ts";
import { ballots, choices, counts, marks, roll, votes } from "./ballots.ts";
import { signatures } from "./declarations.ts";
import { installation } from "./installation.ts";
import { journal, words } from "./journal.ts";
import { codes, creationLinks, delegations, gatherings, grants, participants, sessions } from "./people.ts";
import { agenda } from "./plenary.ts";
import { chronicles, commits, milestones, pushes, snapshots, texts } from "./texts.ts";

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
  chronicles,
  milestones,
  ballots,
  roll,
  votes,
  marks,
  choices,
  counts,
  amendments,
  revisions,
  cosignatures,
  opinions,
  comments,
  amending,
  agenda,
  signatures,
};

/** Every table of the house, by room, typed alike for both dialects. */
export type Tables = { readonly [K in keyof typeof defined]: (typeof defined)[K]["sqlite"] };

export const sqliteTables: Tables = inDialect("sqlite");
export const postgresTables: Tables = inDialect("postgres");

/** The names of the tables that do not keep the order in which their rows were written. */
export const unorderedTables: readonly string[] = Object.values(defined)
  .filter(({ unordered }) => unordered)
  .map(({ sqlite }) => getTableName(sqlite));

function inDialect(dialect: "sqlite" | "postgres"): Tables {
  const tables: unknown = Object.fromEntries(Object.entries(defined).map(([name, table]) => [name, table[dialect]]));
  return tables as Tables;
}
