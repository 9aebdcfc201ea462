import { refusalStatus, type RefusalCode } from "../../shared/refusals.ts";
import { plainJson } from "../../shared/texts/index.ts";
import { inTime } from "../connection/index.ts";
import type { Wish } from "./kept-wish.ts";

/** What came of submitting: the amendment's number, a refusal of the closed list, or nothing at all. */
export type Submitted =
  | { readonly kind: "submitted"; readonly number: number; readonly sub?: number }
  | { readonly kind: "refused"; readonly code: RefusalCode; readonly detail?: string }
  | { readonly kind: "no-network" };

const answerWithinMs = 20_000;

export function submitWish(
  action: string,
  { version, document, rationale, divisible }: Pick<Wish, "version" | "document" | "rationale" | "divisible">,
  /** Whose it is and on which text, or which amendment it revises or amends. */
  whose: Readonly<Record<string, string | number>>,
): Promise<Submitted> {
  const on = "parent" in whose ? whose : { ...whose, version, ...(divisible ? { divisible } : {}) };
  return postAct(action, { ...on, document: plainJson(document.toJSON()), rationale });
}

/** An act on an amendment: its number comes back. */
export async function postAct(action: string, body: object): Promise<Submitted> {
  try {
    return await inTime(answerWithinMs, async (signal) => {
      const answer = await fetch(action, {
        method: "POST",
        body: JSON.stringify(body),
        headers: { accept: "application/json", "content-type": "application/json" },
        credentials: "same-origin",
        signal,
      });
      return readAnswer(await answer.json());
    });
  } catch {
    return { kind: "no-network" };
  }
}

function readAnswer(answer: unknown): Submitted {
  const { number, sub, code, detail } = Object.assign({ number: null, code: null, detail: null }, answer) as Record<
    string,
    unknown
  >;
  if (typeof number === "number") {
    return typeof sub === "number" ? { kind: "submitted", number, sub } : { kind: "submitted", number };
  }
  if (!isRefusalCode(code)) return { kind: "no-network" };
  return typeof detail === "string" ? { kind: "refused", code, detail } : { kind: "refused", code };
}

const isRefusalCode = (code: unknown): code is RefusalCode => typeof code === "string" && code in refusalStatus;
