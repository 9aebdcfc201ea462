import { refuse, type Refused, type RefusalCode } from "../../shared/refusals.ts";

/** A key of the database would have been breached; `key` is its name in `tables/`, null when the engine does not say. */
export class ConstraintBreach extends Error {
  override readonly name = "ConstraintBreach";
  readonly kind: "unique" | "foreign" | "missing" | "check";
  readonly key: string | null;

  constructor(kind: ConstraintBreach["kind"], key: string | null, cause: unknown) {
    super(`Breach of ${kind} key ${key ?? ""}`, { cause });
    this.kind = kind;
    this.key = key;
  }
}

/** Text that one of the engines cannot keep as it is. Parsers keep it out; this is the last door. */
export class UnstorableText extends Error {
  override readonly name = "UnstorableText";
}

/** The database cannot be used, for a reason that the operator must read; `message` is for the terminal. */
export class StorageRefused extends Error {
  override readonly name = "StorageRefused";
  readonly reason:
    | "folder-in-use"
    | "folder-not-writable"
    | "newer-version"
    | "not-permitted"
    | "other-key"
    | "unreachable"
    | "unsafe-settings";

  constructor(reason: StorageRefused["reason"], message: string, cause?: unknown) {
    super(message, { cause });
    this.reason = reason;
  }
}

/** PostgreSQL's insufficient_privilege: the user may not connect, read these tables or make any. */
export const isNotPermitted = (error: unknown): error is Error =>
  error instanceof Error && "code" in error && error.code === "42501";

/** For an error of connecting to PostgreSQL. Its words hold no password: the driver's own never do. */
export function outOfReach(error: unknown): StorageRefused {
  const why = error instanceof Error ? error.message : "";
  if (isNotPermitted(error)) {
    const words = `The user of DATABASE_URL has not the rights that Cahier needs in its database: ${why}`;
    return new StorageRefused("not-permitted", words, error);
  }
  return new StorageRefused("unreachable", `The database of DATABASE_URL is out of reach: ${why}`, error);
}

/** The keys whose breach means something to people: two asked at once, the second reads this. */
const constraintRefusals: Readonly<Record<string, RefusalCode>> = {
  ballots_gathering_item: "ballot-open",
  votes_ballot_requestKey: "request-key-reused",
};

/** The refusal that an error of a unit of work stands for, or null: then it is thrown on. */
export function refusalOf(error: unknown): Refused | null {
  if (error instanceof UnstorableText) return refuse("malformed");
  if (!(error instanceof ConstraintBreach) || error.key === null) return null;
  const code = constraintRefusals[error.key];
  return code === undefined ? null : refuse(code);
}

/** The driver's own error, without drizzle's wrapper (whose message holds the values: names and words of people). */
export function unwrap(error: unknown): unknown {
  return error instanceof Error && error.constructor.name === "DrizzleQueryError" ? error.cause : error;
}
