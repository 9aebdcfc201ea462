import { expect, test } from "vitest";

import {
  afterAct,
  checkGathering,
  freeSlug,
  isEnrolled,
  isPresent,
  may,
  permissions,
  slugOf,
  standing,
  type Actor,
} from "../../../shared/people/index.ts";

test.for([
  ["admitted", "arrive", "present"],
  ["present", "arrive", "delegation-present"],
  ["absent", "arrive", "present"],
  ["withdrawn", "arrive", "delegation-withdrawn"],
  ["admitted", "leave", "delegation-admitted"],
  ["present", "leave", "absent"],
  ["absent", "leave", "delegation-absent"],
  ["withdrawn", "leave", "delegation-withdrawn"],
  ["admitted", "withdraw", "withdrawn"],
  ["present", "withdraw", "withdrawn"],
  ["absent", "withdraw", "withdrawn"],
  ["withdrawn", "withdraw", "delegation-withdrawn"],
] as const)("PPL-29 a delegation that is %s: %s gives %s", ([state, act, expected]) => {
  const reached = afterAct(state, act);
  expect(reached.ok ? reached.value : reached.detail).toBe(expected);
});

test("PPL-29 enrolled is admitted and not withdrawn; present is what the desk marked", () => {
  const states = ["admitted", "present", "absent", "withdrawn"] as const;
  expect(states.map(isEnrolled)).toEqual([true, true, true, false]);
  expect(states.map(isPresent)).toEqual([false, true, false, false]);
});

const facts = {
  name: " Rencontre  d’été ",
  place: "Valbrune",
  firstDay: "2020-01-18",
  timeZone: "Europe/Paris",
  language: "fr",
};

test("PPL-30 a gathering's facts are kept tidy, and refused without a name, on a day or in a zone that is none", () => {
  expect(checkGathering(facts)).toMatchObject({ ok: true, value: { name: "Rencontre d’été" } });
  for (const wrong of [
    { name: " " },
    { place: "" },
    { firstDay: "2020-02-30" },
    { firstDay: "18/01/2020" },
    { timeZone: "Lune" },
    { language: "xx" },
    { name: "x".repeat(121) },
  ]) {
    expect(checkGathering({ ...facts, ...wrong })).toEqual({ ok: false, code: "malformed" });
  }
});

test.for<readonly [name: string, slug: string]>([
  ["Commune des Communes", "commune-des-communes"],
  ["Été, l’œuvre !", "ete-l-oeuvre"],
  ["—", "rencontre"],
  ["日本", "rencontre"],
])("PPL-31 %s stands in addresses as %s", ([name, slug]) => {
  expect(slugOf(name)).toBe(slug);
});

test("PPL-31 a slug that is taken gets the next free number", () => {
  expect(freeSlug("a", new Set())).toBe("a");
  expect(freeSlug("a", new Set(["a", "a-2"]))).toBe("a-3");
});

const somebody = (grants: Actor["grants"]): Actor => ({ gathering: "g", participant: "p", grants });

test("PPL-32 rights add up, and one's own delegation comes before the desk: then nobody is acted for", () => {
  const both = somebody([{ role: "secretary" }, { role: "delegate", delegation: "d1" }]);
  const submit = (delegation: string): unknown => standing(both, "amendment.submit", { gathering: "g", delegation });
  expect(submit("d1")).toEqual({ role: "delegate" });
  expect(submit("d2")).toEqual({ role: "secretary", behalf: "d2" });
  expect(may(both, "vote.cast", { gathering: "g", delegation: "d2" })).toBe(false);
});

test("PPL-33 nothing is allowed in another gathering but what the table gives to the public of this one", () => {
  const everything = somebody([{ role: "organiser" }, { role: "chair" }, { role: "secretary" }, { role: "teller" }]);
  for (const action of Object.keys(permissions) as (keyof typeof permissions)[]) {
    expect([action, may(everything, action, { gathering: "other" })]).toEqual([action, false]);
  }
});
