import { limits } from "../../shared/limits.ts";
import type { AmendmentLine } from "../../shared/views/index.ts";
import type { Tx } from "../storage/index.ts";
import type { TextFacts } from "../texts/index.ts";
import { outlookOn } from "./call-order.ts";
import { isAlive, type AmendmentFacts } from "./store.ts";

/**
 * Of the amendments of a text, as they are listed, those that can be proposed en bloc: the drafting group is favourable to
 * each as it is worded now, none was called, no sub-amendment to it waits, and none has anything to do with another that waits. Of several that ask for
 * the very same one is named, and only if the group is favourable to all of them. As many as may be called together.
 */
export async function favourableOn(
  tx: Tx,
  text: TextFacts,
  amendments: readonly AmendmentFacts[],
  lines: readonly AmendmentLine[],
): Promise<readonly string[]> {
  const subs = amendments.filter((one) => one.parent !== null && isAlive(one));
  const { free } = await outlookOn(
    tx,
    text,
    amendments.filter(({ parent }) => parent === null),
  );
  const isAmended = ({ id, sub = 0 }: AmendmentLine): boolean => sub > 0 || subs.some(({ parent }) => parent === id);
  const wanted = ({ state, opinion }: AmendmentLine): boolean =>
    state.state === "submitted" && opinion === "favourable";
  const proposed = lines.filter(
    (line) =>
      line.same === null &&
      free.has(line.number) &&
      !isAmended(line) &&
      lines.every((one) => wanted(one) || !isSame(one, line)),
  );
  return proposed.slice(0, limits.amendmentsPerBlock).map(({ id }) => id);
}

const isSame = (one: AmendmentLine, line: AmendmentLine): boolean => one.id === line.id || one.same === line.number;
