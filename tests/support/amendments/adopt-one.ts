import { questionOf, writeAdoption } from "../../../server/amendments/index.ts";
import { Warrant } from "../../../shared/amendments/index.ts";
import { hashText } from "../../../shared/journal/index.ts";
import { ok } from "../../../shared/refusals.ts";
import type { Hall } from "./hall.ts";

/** Calls an amendment and writes its adoption as plenary would after a declared ballot, whose number is 4 unless told. */
export async function adoptOne(hall: Hall, amendment: string, number = 4): Promise<void> {
  await hall.act("chair", "amendment.call", { amendment });
  const id = `ballot-${number}`;
  const adopted = await hall.storage.act(async (tx) => {
    await tx.insert(tx.tables.ballots, {
      id,
      gathering: hall.gathering,
      item: "item",
      state: "declared",
      subjectKind: "amendment",
      subject: "{}",
      subjectHash: hashText("{}"),
      questionWords: "w",
      rule: "simple",
      number,
      tally: JSON.stringify({ for: 2, against: 1, abstention: 0, notTakingPart: 0 }),
    });
    const question = await questionOf(tx, hall.gathering, amendment);
    if (!question.ok) return question;
    const warrant = new Warrant("adopted", { ...question.value, ballot: id });
    const written = await writeAdoption(tx, hall.gathering, warrant, 0);
    return written.ok ? ok(null) : written;
  });
  if (!adopted.ok) throw new Error(adopted.code);
}
