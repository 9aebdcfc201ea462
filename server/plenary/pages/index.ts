import { agendaPage } from "./agenda-page.ts";
import { ballotPage } from "./ballot-page.ts";
import { consolePage } from "./console-page.ts";
import { handCountsPage } from "./hand-counts-page.ts";
import { nowPage } from "./now-page.ts";
import { rollPage } from "./roll-page.ts";
import { screenPage } from "./screen-page.ts";
import { votingPapersPage } from "./voting-papers-page.ts";

export const plenaryPages = [
  nowPage,
  agendaPage,
  ballotPage,
  handCountsPage,
  rollPage,
  votingPapersPage,
  consolePage,
  screenPage,
];
