/** The hall's screen: it follows what is happening, and says when it no longer does. */
import "../ui/styles/base.css";
import "../ui/styles/text.css";
import "../ui/styles/redline.css";
import "../ui/styles/result.css";
import "../ui/styles/screen.css";

import { assembly, results, screen as screenWords } from "../../shared/i18n/fr/index.ts";
import { startLivePage } from "../enhance/index.ts";
import { screen } from "../pages/screen/index.ts";

startLivePage({ templates: [screen], words: { fr: { ...assembly, ...results, ...screenWords } } });
