import { CollabSession, type SessionPage } from "../../../client/texts/index.ts";
import { canonicalJson } from "../../../shared/journal/index.ts";
import { inspectText, plainJson } from "../../../shared/texts/index.ts";
import { randomFrom } from "../runs.ts";
import { countWords, Desk, howMany, type DeskClient } from "./desk.ts";
import { goodRules, MemoryAuthority, type Rules } from "./memory-authority.ts";
import { pick, randomText } from "./random-text.ts";

export interface Room {
  readonly rules?: Rules;
  readonly makeClient?: (page: SessionPage) => DeskClient;
}

/**
 * One random run: 2 to 8 desks write one text over lines that deliver when they are told to, are cut and come back; then
 * all is delivered. Returns what went wrong, nothing when all sheets end equal, every version is a good text, nothing was
 * loaded anew, and every word typed and left alone stands once, or was offered back and stands nowhere. A word that stands
 * may be offered only within a run of words of which another part is gone.
 */
export function runRoom(
  seed: number,
  { rules = goodRules, makeClient = (page) => new CollabSession(page) }: Room = {},
): string[] {
  const random = randomFrom(seed);
  const authority = new MemoryAuthority(rules, randomText(random));
  const desks = Array.from(
    { length: howMany(random, 2, 8) },
    (_, i) => new Desk("ABCDEFGH".charAt(i), i % 2 === 0, makeClient),
  );
  settle(desks, authority);
  const turns = howMany(random, 40, 160);
  for (let turn = 0; turn < turns; turn++) {
    const desk = pick(random, desks);
    const kind = random();
    if (kind < 0.45) desk.edit(random);
    else if (kind < 0.8) desk.deliver(authority, random);
    else if (kind < 0.93) authority.endTurn();
    else if (kind < 0.96) desk.cut();
    else desk.reconnect();
  }
  for (const desk of desks) desk.reconnect();
  settle(desks, authority);
  return [...faultsOfSheets(desks, authority), ...faultsOfVersions(authority), ...faultsOfWords(desks, authority)];
}

function settle(desks: readonly Desk[], authority: MemoryAuthority): void {
  for (let moved = true; moved;) {
    moved = false;
    for (const desk of desks) moved = desk.drain(authority) || moved;
    authority.endTurn();
    moved ||= desks.some((desk) => desk.line.waiting > 0);
  }
}

function faultsOfSheets(desks: readonly Desk[], authority: MemoryAuthority): string[] {
  const confirmed = canonicalJson(plainJson(authority.history.doc.toJSON()));
  return desks.flatMap((desk, i) => {
    const sheet = desk.client.editor;
    const equal = sheet && canonicalJson(plainJson(sheet.doc.toJSON())) === confirmed;
    return [
      ...(equal ? [] : [`desk ${i} ends with another text`]),
      ...(desk.reloads > 0 ? [`desk ${i} loaded anew`] : []),
    ];
  });
}

function faultsOfVersions(authority: MemoryAuthority): string[] {
  return authority.versions.flatMap((doc, version) => {
    const ids: unknown[] = [];
    doc.descendants((node) => void (node.isText || ids.push(node.attrs["id"])));
    const doubled = ids.includes("") || new Set(ids).size < ids.length;
    const fault = inspectText(doc);
    return [
      ...(doubled ? [`version ${version} has equal ids`] : []),
      ...(fault ? [`version ${version}: ${fault}`] : []),
    ];
  });
}

function faultsOfWords(desks: readonly Desk[], authority: MemoryAuthority): string[] {
  const standing = countWords(authority.history.doc.textContent);
  const excused = new Set(desks.flatMap((desk) => [...desk.touched]));
  for (const [i, doc] of authority.versions.entries()) {
    const next = countWords((authority.versions[i + 1] ?? doc).textContent);
    for (const [word, count] of countWords(doc.textContent)) if ((next.get(word) ?? 0) < count) excused.add(word);
  }
  return desks.flatMap((desk) =>
    desk.typed.flatMap((word) => {
      if (excused.has(word)) return [];
      const count = standing.get(word) ?? 0;
      const offered = desk.client.offered.filter((words) => words.text.includes(word));
      const alone = offered.some((words) => words.text.trim() === word);
      return (count === 1 && !alone) || (count === 0 && offered.length > 0)
        ? []
        : [`${word} stands ${count} times${offered.length > 0 ? " and is offered" : ""}`];
    }),
  );
}
