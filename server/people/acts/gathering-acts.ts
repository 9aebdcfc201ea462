import { eq } from "drizzle-orm";
import { Type } from "typebox";

import { limits } from "../../../shared/limits.ts";
import { checkGathering } from "../../../shared/people/index.ts";
import { ok, type Result } from "../../../shared/refusals.ts";
import { defineAct, type ActDefinition, type ActGathering } from "../../http/index.ts";
import { gatheringScope } from "./parts.ts";

const words = Type.String({ minLength: 1, maxLength: limits.nameCharacters });

/** Changes what is said of the gathering. No owner: each key that changes is in the public journal, before and after. */
const set = defineAct({
  action: "gathering.set",
  body: Type.Object(
    {
      name: Type.Optional(words),
      place: Type.Optional(words),
      firstDay: Type.Optional(words),
      timeZone: Type.Optional(words),
      draftPublic: Type.Optional(Type.Boolean()),
      supporters: Type.Optional(Type.Integer({ minimum: 0, maximum: limits.supporters })),
    },
    { additionalProperties: false },
  ),
  fromForm: ({ draftPublic, supporters, ...fields }) => ({
    ...fields,
    ...(supporters === undefined ? {} : { supporters: /^\d{1,3}$/u.test(supporters) ? Number(supporters) : -1 }),
    ...(draftPublic === undefined ? {} : { draftPublic: draftPublic === "yes" }),
  }),
  scope: gatheringScope,
  async perform({ tx, gathering, record }, { draftPublic, ...facts }) {
    const before = settingsOf(gathering);
    const after = checkedSettings(gathering, { ...before, ...facts, draftPublic: draftPublic ?? before.draftPublic });
    if (!after.ok) return after;
    for (const key of settingKeys) {
      if (before[key] === after.value[key]) continue;
      await record("gathering.set", { key, before: String(before[key]), after: String(after.value[key]) });
    }
    const { gatherings } = tx.tables;
    await tx.db.update(gatherings).set(after.value).where(eq(gatherings.id, gathering.id));
    return ok({ see: "/reglages" });
  },
});

const settingKeys = ["name", "place", "firstDay", "timeZone", "draftPublic", "supporters"] as const;

interface Settings {
  readonly name: string;
  readonly place: string;
  readonly firstDay: string;
  readonly timeZone: string;
  readonly draftPublic: boolean;
  readonly supporters: number;
}

const settingsOf = ({ name, place, firstDay, timeZone, publicDrafts, supporters }: ActGathering): Settings => {
  return { name, place, firstDay, timeZone, draftPublic: publicDrafts, supporters };
};

function checkedSettings({ language }: ActGathering, settings: Settings): Result<Settings> {
  const { draftPublic, supporters, ...facts } = settings;
  const checked = checkGathering({ ...facts, language });
  if (!checked.ok) return checked;
  const { name, place, firstDay, timeZone } = checked.value;
  return ok({ name, place, firstDay, timeZone, draftPublic, supporters });
}

export const gatheringActs: readonly ActDefinition[] = [set];
