import { typesetFrench } from "../../i18n/index.ts";
import type { AgendaFields } from "../agenda-words.ts";
import { communeDesCommunes } from "./commune-des-communes.ts";
import type { TemplateItem } from "./template.ts";

/** The templates that ship, by the name that the journal's first entry holds. */
const templates = { "commune-des-communes": communeDesCommunes } as const;
export type TemplateName = keyof typeof templates;

/** The items of a template as an agenda keeps them, in their order, with French spaces. */
export const templateItems = (name: TemplateName): readonly AgendaFields[] =>
  templates[name].map((item: TemplateItem) => ({
    day: item.day,
    startMinutes: minutesOf(item.start),
    endMinutes: minutesOf(item.end),
    kind: item.kind,
    title: typesetFrench(item.title),
    note: item.note === null ? null : typesetFrench(item.note),
  }));

function minutesOf(time: string | null): number | null {
  if (time === null) return null;
  const [hours = "0", minutes = "0"] = time.split(":");
  return Number(hours) * 60 + Number(minutes);
}
