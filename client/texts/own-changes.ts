import { Plugin, type Transaction } from "prosemirror-state";
import { Mapping } from "prosemirror-transform";

import { inspectText, repairIds, type BlockId } from "../../shared/texts/index.ts";

/** Others' commits come in by transactions marked so: the rules below leave them as they are. */
export const fromOthers = "fromOthers";

/**
 * Gives an id to each block that the author's own transactions make or copy, by the authority's own rule, so that it has
 * seldom anything to repair. Others' transactions are left as they are.
 */
export const giveIds = (newBlockId: () => BlockId): Plugin =>
  new Plugin({
    appendTransaction(transactions, before, after) {
      if (!transactions.some((transaction) => transaction.docChanged) || transactions.some(isFromOthers)) return null;
      const mapping = new Mapping(transactions.flatMap((transaction) => transaction.mapping.maps));
      const repairs = repairIds(before.doc, mapping, after.doc, newBlockId);
      return repairs.length === 0 ? null : repairs.reduce((transaction, step) => transaction.step(step), after.tr);
    },
  });

/** Holds back an own transaction that leaves what the schema does not allow: pasting can, and the authority would refuse it. */
export const keepForm = (): Plugin =>
  new Plugin({
    filterTransaction: (transaction) =>
      !transaction.docChanged || isFromOthers(transaction) || inspectText(transaction.doc) === null,
  });

const isFromOthers = (transaction: Transaction): boolean => transaction.getMeta(fromOthers) === true;
