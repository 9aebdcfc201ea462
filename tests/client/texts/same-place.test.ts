import { TextSelection } from "prosemirror-state";
import { expect, test } from "vitest";

import { CollabSession } from "../../../client/texts/index.ts";
import { randomFrom, runs, seeds } from "../../support/runs.ts";
import { Desk } from "../../support/texts/desk.ts";
import { MemoryAuthority } from "../../support/texts/memory-authority.ts";
import { below, pick, type Random } from "../../support/texts/random-text.ts";

const firstParagraph = 3;
const names = ["A", "B", "C"];

test("TXT-16 people who type at one place at once each keep their words whole", () => {
  for (const seed of seeds()) {
    for (let run = 0; run < runs(50, 1_000, 10); run++)
      expect({ seed: seed + run, broken: typeAtOnePlace(randomFrom(seed + run)) }).toEqual({
        seed: seed + run,
        broken: [],
      });
  }
});

/** Three desks type letter by letter from one place; returns the words that did not come out whole. */
function typeAtOnePlace(random: Random): readonly string[] {
  const authority = new MemoryAuthority();
  const desks = names.map((name) => new Desk(name, true, (page) => new CollabSession(page)));
  settle(desks, authority);
  const words = names.map((name) => Array.from({ length: 5 }, (_, i) => `${name}${i}${name.toLowerCase()}${i}. `));
  const letters = words.map((of) => Array.from(of.join("")));
  for (const { client } of desks) {
    const state = client.editor;
    if (state) client.type(state.tr.setSelection(TextSelection.create(state.doc, firstParagraph)));
  }
  while (letters.some((left) => left.length > 0)) {
    const who = below(random, desks.length);
    const chance = random();
    if (chance < 0.5) typeLetter(desks[who], letters[who]);
    else if (chance < 0.85) pick(random, desks).deliver(authority, random);
    else authority.endTurn();
  }
  settle(desks, authority);
  const text = authority.history.doc.textContent;
  return words.flat().filter((word) => !text.includes(word.trim()));
}

function typeLetter(desk: Desk | undefined, letters: string[] | undefined): void {
  const state = desk?.client.editor;
  const letter = letters?.shift();
  if (state && letter) desk?.client.type(state.tr.insertText(letter));
}

function settle(desks: readonly Desk[], authority: MemoryAuthority): void {
  for (let moved = true; moved;) {
    moved = false;
    for (const desk of desks) moved = desk.drain(authority) || moved;
    authority.endTurn();
    moved ||= desks.some((desk) => desk.line.waiting > 0);
  }
}
