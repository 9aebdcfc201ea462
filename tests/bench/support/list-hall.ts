import { addAmendment, giveNumber, saveAmendmentLife } from "../../../server/amendments/store.ts";
import { simpleMajority } from "../../../shared/ballots/index.ts";
import { changeSetHash, outlineOf, redline, type AmendmentLife } from "../../../shared/amendments/index.ts";
import { limits } from "../../../shared/limits.ts";
import { sealSubject } from "../../../shared/plenary/index.ts";
import { ok } from "../../../shared/refusals.ts";
import { openHall, type Hall } from "../../support/amendments/hall.ts";
import { amendmentsOn, changeSetsOf, longText } from "./amended-text.ts";

const delegations = 60;

/** What becomes of one in ten: most wait, one is called, some were voted, each by a ballot of its own. */
const fates = ["rejected", "rejected", "withdrawn", "notMoved"] as const;

/** A text of 300 blocks with so many amendments, laid into the tables without any act. */
export async function fillListHall(count: number): Promise<Hall> {
  const base = longText(300, 1);
  const changes = changeSetsOf(base, amendmentsOn(base, count, 2));
  const hall = await openHall(base);
  const { gathering, text, version } = hall;
  await hall.storage.act(async (tx) => {
    for (let i = 0; i < delegations; i++) {
      const row = {
        id: `d${i}`,
        gathering,
        name: `Commune libre n° ${i}`,
        delegates: 2,
        observers: 0,
        ordinal: 10 + i,
      };
      await tx.insert(tx.tables.delegations, row);
    }
    const [row] = await tx.db.select().from(tx.tables.texts);
    for (const [i, set] of changes.entries()) {
      const id = `am${i}`;
      await addAmendment(tx, {
        id,
        gathering,
        number: await giveNumber(tx, gathering),
        sub: 0,
        parent: null,
        text,
        delegation: `d${i % delegations}`,
        life: { state: "submitted" },
        standing: { standing: "live", reduced: false, altered: false },
        calledAtMs: null,
        reason: null,
        outline: outlineOf(redline(base, set), limits.gistCharacters),
        revision: 1,
        base: { version, head: row?.head ?? "" },
        changes: set,
        hash: changeSetHash(set),
        rationale: null,
        divisible: false,
        made: null,
        onRevision: null,
        origin: "submitted",
        submittedAtMs: 0,
      });
      const life = lifeOf(i);
      if (life.state === "rejected") await tx.insert(tx.tables.ballots, ballotOn(hall, i));
      if (life.state !== "submitted") await saveAmendmentLife(tx, [id], life, life.state === "called" ? 0 : null);
    }
    return ok(null);
  });
  return hall;
}

function lifeOf(i: number): AmendmentLife {
  if (i === 0) return { state: "called" };
  const state = fates[i % 10];
  if (state === undefined) return { state: "submitted" };
  return state === "rejected" ? { state, ballot: `b${i}` } : { state };
}

function ballotOn({ gathering, text, version }: Hall, i: number) {
  const put = { kind: "amendment", amendments: [`am${i}`], changes: "", text, version, head: "", result: "" } as const;
  const subject = sealSubject(put);
  return {
    id: `b${i}`,
    gathering,
    item: "i",
    state: "declared" as const,
    subjectKind: subject.kind,
    subject: subject.body,
    subjectHash: subject.hash,
    questionWords: "",
    rule: JSON.stringify(simpleMajority),
    number: i + 1,
    tally: JSON.stringify({ for: 10, against: 40, abstention: 5, notTakingPart: 5 }),
    outcome: "rejected" as const,
  };
}
