import { agendaWords, templateItems, type TemplateName } from "../../shared/plenary/index.ts";
import { keepWords } from "../journal/index.ts";
import type { NewGathering } from "../people/index.ts";
import type { Tx } from "../storage/index.ts";

/** Lays a template's items into the agenda of a new gathering; each is journaled, like those that the assembly adds. */
export async function fillAgenda(tx: Tx, gathering: NewGathering, template: TemplateName): Promise<void> {
  for (const [position, fields] of templateItems(template).entries()) {
    const id = gathering.newId();
    const fieldsWords = gathering.newId();
    const words = { id: fieldsWords, kind: "agenda", words: agendaWords(fields), salt: gathering.newSalt() };
    const fieldsHash = await keepWords(tx, gathering.id, words);
    await tx.insert(tx.tables.agenda, { id, gathering: gathering.id, position: position + 1, ...fields, fieldsWords });
    await gathering.record("agenda.added", { item: id, fieldsHash });
  }
}
