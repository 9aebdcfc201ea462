import { shortCode, type ActName, type Sentences } from "../journal/index.ts";

type TextAct = Extract<ActName, `text.${string}`>;

export const textSentences: Sentences<TextAct> = {
  "text.created": {
    say: ([{ data }], { t, names }) => {
      const title = names.text(data.text);
      return title === null ? t("minutes.text.createdDraft") : t("minutes.text.created", { title });
    },
  },
  "text.withdrawn": {
    say: ([{ data }], { t, names }) => {
      const title = names.text(data.text);
      return title === null ? t("minutes.text.withdrawnDraft") : t("minutes.text.withdrawn", { title });
    },
  },
  "text.untabled": {
    say: ([{ data }], { t, names }) =>
      t("minutes.text.untabled", { title: names.text(data.text) ?? t("minutes.text.untitled") }),
  },
  "text.tabled": {
    say: ([{ data }], { t, names }) => {
      const { version, hash, text } = data;
      return t("minutes.text.tabled", {
        title: names.text(text) ?? t("minutes.text.untitled"),
        version,
        code: shortCode(hash),
      });
    },
  },
  "text.corrected": {
    say: ([{ data }], { t, names }) => {
      const { version, text } = data;
      return t("minutes.text.corrected", { title: names.text(text) ?? t("minutes.text.untitled"), version });
    },
  },
  "text.adopted": {
    say: ([{ data }], { t, names }) => {
      const { version, hash, text } = data;
      return t("minutes.text.adopted", {
        title: names.text(text) ?? t("minutes.text.untitled"),
        version,
        code: shortCode(hash),
      });
    },
  },
  "text.rejected": {
    say: ([{ data }], { t, names }) =>
      t("minutes.text.rejected", { title: names.text(data.text) ?? t("minutes.text.untitled") }),
  },
};
