import { amendmentPages, printedPages } from "./amendments/index.ts";
import { ballot, giveResults, handCounts, rollPage, votingPapers } from "./ballots/index.ts";
import * as results from "./ballots/results.ts";
import { composingPages } from "./composing/index.ts";
import { consolePage } from "./console/index.ts";
import { paperPages } from "./declarations/index.ts";
import { historyPages } from "./history/index.ts";
import { deskPages, joinPages } from "./people/index.ts";
import { now } from "./plenary/index.ts";
import { agenda } from "./programme/index.ts";
import { screen } from "./screen/index.ts";
import { editorPages, readerPages } from "./texts/index.ts";
import type { PageTemplate } from "../page/index.ts";

export { drawDocument, type Assets } from "./document.ts";
export type { AnyView, Link, PageTemplate } from "../page/index.ts";

// Here pages are drawn whole: nothing comes later.
giveResults(results);

/** Every page by its view's name. A room adds its own list here. */
export const templates: ReadonlyMap<string, PageTemplate> = new Map(
  [
    ...joinPages,
    ...deskPages,
    ...readerPages,
    ...editorPages,
    ballot,
    handCounts,
    rollPage,
    votingPapers,
    ...amendmentPages,
    ...printedPages,
    ...composingPages,
    now,
    agenda,
    consolePage,
    screen,
    ...paperPages,
    ...historyPages,
  ].map((template) => [template.page, template]),
);
