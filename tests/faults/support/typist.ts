import type { Page } from "playwright-core";

import { sheet } from "../../journeys/support/workshop.ts";

/** Somebody who types numbered words one after the other, from a place in the text on: each can be told from all others. */
export interface Typist {
  readonly page: Page;
  readonly words: readonly string[];
  types(count: number): Promise<void>;
  /** Goes on until it is settled; ends with a whole word. */
  typesUntil(done: Promise<unknown>): Promise<void>;
}

export interface TypistFacts {
  readonly page: Page;
  /** Of the words: `Mer0. Mer1. Mer2.` */
  readonly name: string;
  /** Pressed in the last paragraph to come to the place: `Control+End Home`. */
  readonly keys: string;
  readonly betweenKeysMs: number;
}

export async function beginsTyping({ page, name, keys, betweenKeysMs }: TypistFacts): Promise<Typist> {
  const words: string[] = [];
  await sheet(page).locator("p").last().click();
  for (const key of keys.split(" ")) await page.keyboard.press(key);
  const typesOne = async (): Promise<void> => {
    const word = `${name}${words.length}.`;
    words.push(word);
    await page.keyboard.type(`${word} `, { delay: betweenKeysMs });
  };
  return {
    page,
    words,
    async types(count) {
      for (let i = 0; i < count; i++) await typesOne();
    },
    async typesUntil(done) {
      const until = { isDone: false };
      const stop = (): void => {
        until.isDone = true;
      };
      done.then(stop, stop);
      while (!until.isDone) await typesOne();
    },
  };
}

/** The numbered words in a text, whatever stands around them. */
export const numberedWords = (text: string): readonly string[] => text.match(/[A-Z][a-z]+\d+\./gu) ?? [];
