/** Declarations, minutes, journal: kept up to date; signing without leaving the page. */
import "../ui/styles/base.css";
import "../ui/styles/text.css";
import "../ui/styles/result.css";
import "../ui/styles/papers.css";

import { sendFormsLive, startLivePage } from "../enhance/index.ts";
import { paperPages } from "../pages/declarations/index.ts";

const page = startLivePage({ templates: paperPages });
if (page) sendFormsLive(page);
