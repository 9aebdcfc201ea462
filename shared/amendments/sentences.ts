import { labelOf } from "./label.ts";
import type { ActData, ActName, Saying, Sentence, Sentences } from "../journal/index.ts";
import { parseOpinion } from "./opinion.ts";

type AmendmentAct = Extract<ActName, `amendment.${string}`>;
type OneByOne = Extract<AmendmentAct, `amendment.${Moved}`>;
type Moved = "revised" | "withdrawn" | "inadmissible" | "called" | "reserved" | "notMoved";

const said = <A extends OneByOne>(key: Spoken): Sentence<A> => ({
  together: () => "",
  say: (entries, { t, list }) =>
    t(key, { count: entries.length, list: list(entries.map(({ data }) => labelOf(data))) }),
});

type Spoken = `minutes.amendment.${Moved}`;

/** Those who sign, or no longer sign, the same words one after the other are named together. */
const signing = <A extends "amendment.cosigned" | "amendment.uncosigned">(
  key: "minutes.amendment.cosigned" | "minutes.amendment.uncosigned",
): Sentence<A> => ({
  together: ({ data }) => `${data.amendment} ${data.revision}`,
  say: (entries, { t, names, list }) => {
    const all: readonly { readonly data: ActData["amendment.cosigned"] }[] = entries;
    return t(key, {
      count: all.length,
      label: labelOf(entries[0].data),
      list: list(all.map(({ data }) => names.delegation(data.cosignatory))),
    });
  },
});

export const amendmentSentences: Sentences<AmendmentAct> = {
  "amendment.submitted": {
    together: ({ data }) => data.text,
    say: (entries, { t, names, list }) => {
      const numbered = entries.map(({ data }) =>
        t("minutes.amendment.numbered", { number: data.number, delegation: names.delegation(data.delegation) }),
      );
      const title = names.text(entries[0].data.text) ?? t("minutes.text.untitled");
      return t("minutes.amendment.submitted", { count: entries.length, title, list: list(numbered) });
    },
  },
  "amendment.revised": said("minutes.amendment.revised"),
  "amendment.withdrawn": said("minutes.amendment.withdrawn"),
  "amendment.inadmissible": said("minutes.amendment.inadmissible"),
  "amendment.takenOver": {
    say: ([{ data }], { t, names }) =>
      t("minutes.amendment.takenOver", {
        label: labelOf(data),
        from: names.delegation(data.from),
        delegation: names.delegation(data.delegation),
      }),
  },
  "amendment.cosigned": signing("minutes.amendment.cosigned"),
  "amendment.uncosigned": signing("minutes.amendment.uncosigned"),
  "amendment.called": said("minutes.amendment.called"),
  "amendment.reserved": said("minutes.amendment.reserved"),
  "amendment.notMoved": said("minutes.amendment.notMoved"),
  "amendment.opined": {
    together: ({ data }) => `${data.of ?? ""} ${data.opinion}`,
    say: (entries, { t, names, list }) => {
      const [{ data }] = entries;
      const who = data.of === undefined ? t("minutes.amendment.draftingGroup") : names.delegation(data.of);
      const numbers = list(entries.map((one) => labelOf(one.data)));
      return t(`minutes.amendment.opined.${parseOpinion(data.opinion)}`, { who, count: entries.length, list: numbers });
    },
  },
  "amendment.deadlineSet": {
    say: ([{ data }], { t, names, moment }) => {
      const title = names.text(data.text) ?? t("minutes.text.untitled");
      return data.untilMs === undefined
        ? t("minutes.amendment.deadlineLifted", { title })
        : t("minutes.amendment.deadlineSet", { title, when: moment(data.untilMs) });
    },
  },
  "amendment.reordered": {
    say: ([{ data }], { t, names, list }) => {
      const title = names.text(data.text) ?? t("minutes.text.untitled");
      if (data.amendments.length === 0) return t("minutes.amendment.orderRestored", { title });
      const numbers = list(data.amendments.map((id) => String(names.amendment(id))));
      return t("minutes.amendment.reordered", { title, list: numbers });
    },
  },
  "amendment.adopted": {
    say: ([{ data }], saying) => {
      const { t } = saying;
      const adopted = t("minutes.amendment.adopted", { ...numbersOf(data.amendments, saying), version: data.version });
      return [adopted, ...othersIn(data, saying)].join(" ");
    },
  },
  "amendment.rejected": {
    say: ([{ data }], saying) => saying.t("minutes.amendment.rejected", numbersOf(data.amendments, saying)),
  },
  "amendment.undone": {
    say: ([{ data }], saying) => {
      const key = `minutes.amendment.undone-${data.outcome === "adopted" ? "adopted" : "rejected"}` as const;
      const undone = saying.t(key, { ...numbersOf(data.amendments, saying), version: data.version });
      return [undone, ...othersIn(data, saying)].join(" ");
    },
  },
};

/** What became of the others, a sentence for each fate. */
function othersIn(data: ActData["amendment.adopted"] & { live?: string[] }, saying: Saying): readonly string[] {
  const others = [
    { ids: data.live ?? [], key: "minutes.amendment.live" },
    { ids: data.fallen, key: "minutes.amendment.fallen" },
    { ids: data.satisfied, key: "minutes.amendment.satisfied" },
    { ids: data.altered, key: "minutes.amendment.altered" },
  ] as const;
  return others.filter(({ ids }) => ids.length > 0).map(({ ids, key }) => saying.t(key, numbersOf(ids, saying)));
}

function numbersOf(ids: readonly string[], { names, list }: Saying): { count: number; list: string } {
  const numbers = ids.map((id) => names.amendment(id)).sort((a, b) => a - b);
  return { count: ids.length, list: list(numbers.map(String)) };
}
