import { shortCode, type ActName, type Sentences } from "../journal/index.ts";

type DeclarationAct = Extract<ActName, `declaration.${string}`>;

export const declarationSentences: Sentences<DeclarationAct> = {
  "declaration.signed": {
    // Each reservation stands with the one who makes it.
    together: ({ data, sequence }) => (data.reservationHash === undefined ? data.text : `${data.text} ${sequence}`),
    say: (entries, { t, names, list }) => {
      const [{ data }] = entries;
      const title = names.text(data.text) ?? t("minutes.text.untitled");
      if (data.reservationHash !== undefined) {
        return t("minutes.declaration.signedWithReservation", { title, name: names.delegation(data.delegation) });
      }
      const signing = entries.map((entry) => names.delegation(entry.data.delegation));
      return t("minutes.declaration.signed", { count: signing.length, title, names: list(signing) });
    },
  },
  "declaration.declined": {
    together: ({ data }) => data.text,
    say: (entries, { t, names, list }) => {
      const title = names.text(entries[0].data.text) ?? t("minutes.text.untitled");
      const declining = entries.map((entry) => names.delegation(entry.data.delegation));
      return t("minutes.declaration.declined", { count: declining.length, title, names: list(declining) });
    },
  },
  "declaration.published": {
    say: ([{ data }], { t, names }) =>
      t("minutes.declaration.published", {
        title: names.text(data.text) ?? t("minutes.text.untitled"),
        code: shortCode(data.hash),
      }),
  },
};
