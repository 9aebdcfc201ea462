import type { Key, PageDefinition } from "../../http/index.ts";
import type { TextsInWriting } from "../texts-in-writing.ts";
import { codeSheetPage, codesPage } from "./code-pages.ts";
import { delegationDeskPage } from "./delegation-page.ts";
import { delegationListPage, deskPage } from "./desk-pages.ts";
import { mePage, welcomePage } from "./seat-pages.ts";
import { settingsPage } from "./settings-page.ts";

/** All pages of people within a gathering. */
export const peoplePages = (key: Key, textsInWriting: TextsInWriting): readonly PageDefinition[] => [
  welcomePage(key, textsInWriting),
  mePage(textsInWriting),
  settingsPage(textsInWriting),
  codesPage(textsInWriting),
  codeSheetPage(key, textsInWriting),
  deskPage,
  delegationDeskPage,
  delegationListPage,
];
