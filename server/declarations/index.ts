import { declarationPage } from "./declaration-page.ts";
import { declarationsPage } from "./declarations-page.ts";
import { journalPage } from "./journal-page.ts";
import { minutesPage } from "./minutes-page.ts";

export { declarationActs } from "./acts.ts";
export { recordRoutes } from "./record-routes.ts";
export const declarationPages = [declarationsPage, declarationPage, minutesPage, journalPage];
