import { readOnly, type PageStates } from "./page-row.ts";

/** The rows of a text's history. */
export const historyStates: PageStates = {
  "GET /r/:slug/textes/:text/qui": {
    page: "who",
    loading: ["who-loading"],
    empty: ["who-empty"],
    refused: readOnly,
    offline: ["who-offline"],
    acts: {},
    also: ["who", "who-only"],
  },
  "GET /r/:slug/textes/:text/histoire": {
    page: "history",
    loading: ["history-loading"],
    empty: ["history-empty"],
    refused: readOnly,
    offline: ["history-offline"],
    acts: {},
    also: ["history"],
  },
  "GET /r/:slug/textes/:text/histoire/:version": {
    page: "version",
    loading: ["version-loading"],
    empty: ["version-empty"],
    refused: ["version-refused"],
    offline: ["version-offline"],
    acts: {
      "text.nameVersion": ["version-drafter", "version"],
      "text.restore": ["version-drafter", "version-restored"],
    },
    also: ["version"],
  },
  "GET /r/:slug/textes/:text/comparer": {
    page: "compare",
    loading: ["compare-loading"],
    empty: ["compare-same"],
    refused: readOnly,
    offline: ["compare-offline"],
    acts: {},
    also: ["compare", "compare-whole"],
  },
};
