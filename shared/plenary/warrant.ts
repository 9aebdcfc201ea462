import { Warrant, type AdoptionWarrant, type RejectionWarrant } from "../amendments/index.ts";
import type { Conclusion, Rejection } from "./conclusion.ts";

/** What amendments asks for before it writes an adoption: null when the ballot was on the whole of a text. */
export const adoptionWarrant = (conclusion: Conclusion): AdoptionWarrant | null => warrantOf("adopted", conclusion);

export const rejectionWarrant = (rejection: Rejection): RejectionWarrant | null => warrantOf("rejected", rejection);

function warrantOf<O extends "adopted" | "rejected">(
  outcome: O,
  { ballot, subject }: Conclusion | Rejection,
): Warrant<O> | null {
  if (subject.kind !== "amendment") return null;
  const { amendments, changes, result, text, version, head } = subject;
  return new Warrant(outcome, { ballot: ballot.id, amendments, changes, result, text, version, head });
}
