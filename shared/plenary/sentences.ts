import type { ActName, Saying, Sentence, Sentences } from "../journal/index.ts";

type AgendaAct = Extract<ActName, `agenda.${string}`>;

export const agendaSentences: Sentences<AgendaAct> = {
  "agenda.added": listed("minutes.agenda.added"),
  "agenda.changed": listed("minutes.agenda.changed"),
  "agenda.removed": listed("minutes.agenda.removed"),
  "agenda.started": single("minutes.agenda.started"),
  "agenda.ended": single("minutes.agenda.ended"),
  "agenda.reserved": single("minutes.agenda.reserved"),
};

function listed<A extends AgendaAct>(key: `minutes.agenda.${"added" | "changed" | "removed"}`): Sentence<A> {
  return {
    together: () => "",
    say: (entries, saying) => {
      const items = [...new Set(entries.map(({ data }) => data.item))];
      return saying.t(key, { count: items.length, titles: saying.list(items.map((item) => titleOf(item, saying))) });
    },
  };
}

function single<A extends AgendaAct>(key: `minutes.agenda.${"started" | "ended" | "reserved"}`): Sentence<A> {
  return { say: ([{ data }], saying) => saying.t(key, { title: titleOf(data.item, saying) }) };
}

function titleOf(item: string, { t, names }: Saying): string {
  const title = names.agendaItem(item);
  return title === null ? t("minutes.agenda.erased") : t("minutes.agenda.title", { title });
}
