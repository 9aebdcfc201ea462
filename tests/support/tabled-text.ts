import { createText, readDocument, readText, saveLife } from "../../server/texts/index.ts";
import { ok } from "../../shared/refusals.ts";
import { tableText, textHash } from "../../shared/texts/index.ts";
import type { Assembly } from "./assembly.ts";

/** A text of a title alone, tabled as it is: enough to put it to the vote as a whole. */
export async function tabledText({ fresh, gathering }: Assembly, id = "t1"): Promise<string> {
  await fresh.storage.act(async (tx) => {
    await createText(tx, { id, gathering, title: "Nos communes", language: "fr", atMs: 1_579_334_400_000 });
    const text = await readText(tx, gathering, id);
    if (!text) throw new Error("The text was just created");
    const { version, head } = text;
    const { doc } = await readDocument(tx, id, version);
    const tabled = tableText(text.life, { version, head, hash: textHash(doc) });
    if (!tabled.ok) throw new Error(tabled.code);
    await saveLife(tx, id, tabled.value);
    return ok(id);
  });
  return id;
}
