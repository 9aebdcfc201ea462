import { expect, it } from "vitest";

import { numberBlocks } from "../../../shared/texts/index.ts";
import {
  article,
  articleTitle,
  doc,
  heading,
  item,
  list,
  paragraph,
  preamble,
  quote,
  title,
} from "../../support/texts/text-of.ts";

const text = doc(
  title("t"),
  preamble("pre", paragraph("p1"), paragraph("p2")),
  heading("h"),
  article(
    "A",
    articleTitle("At"),
    paragraph("p3"),
    list("l", item("i4", paragraph("i4p"), list("ll", item("i5", paragraph("i5p")))), item("i6", paragraph("i6p"))),
  ),
  quote("q7", paragraph("q7p"), list("q7l", item("q7i", paragraph("q7ip")))),
  article("B", articleTitle("Bt"), paragraph("p8")),
);

it("TXT-5 one sequence of numbers runs through preamble, paragraphs, items and quotes; articles have their own", () => {
  const margin = [...numberBlocks(text)].flatMap(([id, number]) =>
    number.kind === "article" ? [`${id}:article ${number.number}`] : number.heads ? [`${id}:${number.number}`] : [],
  );
  expect(margin).toEqual([
    "p1:1",
    "p2:2",
    "A:article 1",
    "p3:3",
    "i4:4",
    "i5:5",
    "i6:6",
    "q7:7",
    "B:article 2",
    "p8:8",
  ]);
});

it("TXT-5 a block inside an item or a quote shares the number of what it is in", () => {
  const numbers = numberBlocks(text);
  const shared = ["i4p", "ll", "i5p", "q7p", "q7i", "q7ip"].map((id) => `${id}:${numbers.get(id)?.number}`);
  expect(shared).toEqual(["i4p:4", "ll:4", "i5p:5", "q7p:7", "q7i:7", "q7ip:7"]);
});

it("TXT-5 title, headings, articles' titles and lists have none", () => {
  const numbers = numberBlocks(text);
  expect(["t", "h", "At", "pre", "l"].filter((id) => numbers.has(id))).toEqual([]);
});
