import type { ActData, ActName, Saying, Sentence, Sentences } from "../journal/index.ts";
import { addressOf, labelOf } from "./label.ts";
import { parseOpinion } from "./opinion.ts";

type AmendmentAct = Extract<ActName, `amendment.${string}`>;
type OneByOne = Extract<AmendmentAct, `amendment.${Moved}`>;
type Moved = "withdrawn" | "inadmissible" | "called" | "reserved" | "notMoved";

const said = <A extends OneByOne>(key: Moved): Sentence<A> => ({
  together: ({ data }) => kindOf(data),
  say: (entries, { t, list }) =>
    t(`minutes.${kindOf(entries[0].data)}.${key}`, {
      count: entries.length,
      list: list(entries.map(({ data }) => labelOf(data))),
    }),
});

const kindOf = ({ parent }: { readonly parent?: string }): "amendment" | "sub-amendment" =>
  parent === undefined ? "amendment" : "sub-amendment";

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
    together: ({ data }) => data.parent ?? data.text,
    say: (entries, { t, names, list }) => {
      const numbered = entries.map(({ data }) =>
        t("minutes.amendment.numbered", { number: addressOf(data), delegation: names.delegation(data.delegation) }),
      );
      const { parent } = entries[0].data;
      if (parent !== undefined) {
        const number = names.amendment(parent);
        return t("minutes.sub-amendment.submitted", { count: entries.length, number, list: list(numbered) });
      }
      const title = names.text(entries[0].data.text) ?? t("minutes.text.untitled");
      return t("minutes.amendment.submitted", { count: entries.length, title, list: list(numbered) });
    },
  },
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
      const numbers = list(data.amendments.map((id) => names.amendment(id)));
      return t("minutes.amendment.reordered", { title, list: numbers });
    },
  },
  "amendment.revised": {
    together: () => "",
    say: (entries, saying) => {
      const list = saying.list(entries.map(({ data }) => labelOf(data)));
      return [
        saying.t("minutes.amendment.revised", { count: entries.length, list }),
        ...entries.flatMap(({ data }) => fatesOf(data.fallen ?? [], "fallen", saying)),
        ...entries.flatMap(({ data }) => fatesOf(data.satisfied ?? [], "satisfied", saying)),
      ].join(" ");
    },
  },
  "amendment.divided": {
    together: () => "",
    say: (entries, { t, list }) =>
      t("minutes.amendment.divided", {
        count: entries.length,
        list: list(entries.map(({ data }) => labelOf(data))),
      }),
  },
  "amendment.withdrawn": said("withdrawn"),
  "amendment.inadmissible": said("inadmissible"),
  "amendment.called": said("called"),
  "amendment.reserved": said("reserved"),
  "amendment.notMoved": said("notMoved"),
  "amendment.adopted": {
    say: ([{ data }], saying) => [adoption(data, saying), ...othersIn(data, saying)].join(" "),
  },
  "amendment.rejected": {
    say: ([{ data }], saying) => fatesOf(data.amendments, "rejected", saying).join(" "),
  },
  "amendment.undone": {
    say: ([{ data }], saying) => {
      const key = `minutes.amendment.undone-${data.outcome === "adopted" ? "adopted" : "rejected"}` as const;
      const undone = saying.t(key, { ...numbersOf(data.amendments, saying), version: data.version });
      return [undone, ...fatesOf(data.live, "live", saying), ...othersIn(data, saying)].join(" ");
    },
  },
};

type Others = Pick<ActData["amendment.adopted"], "fallen" | "satisfied" | "altered">;

const othersIn = ({ fallen, satisfied, altered }: Others, saying: Saying): readonly string[] => [
  ...fatesOf(fallen, "fallen", saying),
  ...fatesOf(satisfied, "satisfied", saying),
  ...fatesOf(altered, "altered", saying),
];

/** The text moves by an amendment; by a sub-amendment its parent does. */
function adoption({ amendments, amendment, version }: ActData["amendment.adopted"], saying: Saying): string {
  const adopted = numbersOf(amendments, saying);
  return amendment === undefined
    ? saying.t("minutes.amendment.adopted", { ...adopted, version })
    : saying.t("minutes.sub-amendment.adopted", { ...adopted, number: saying.names.amendment(amendment) });
}

type Fate = "live" | "fallen" | "satisfied" | "altered" | "rejected";

/** What became of them: first of the amendments, then of the sub-amendments. */
function fatesOf(ids: readonly string[], fate: Fate, saying: Saying): readonly string[] {
  const isSub = (id: string): boolean => saying.names.amendment(id).includes("-");
  return (["amendment", "sub-amendment"] as const).flatMap((kind) => {
    const some = ids.filter((id) => isSub(id) === (kind === "sub-amendment"));
    return some.length === 0 ? [] : [saying.t(`minutes.${kind}.${fate}`, numbersOf(some, saying))];
  });
}

const inOrder = new Intl.Collator("fr", { numeric: true });

function numbersOf(ids: readonly string[], { names, list }: Saying): { count: number; list: string } {
  const numbers = ids.map((id) => names.amendment(id)).sort((a, b) => inOrder.compare(a, b));
  return { count: ids.length, list: list(numbers) };
}
