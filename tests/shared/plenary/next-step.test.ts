import { expect, test } from "vitest";

import { may, type Action, type Role } from "../../../shared/people/index.ts";
import { hasSteps, nextStep } from "../../../shared/plenary/index.ts";

const as =
  (...roles: readonly Role[]) =>
  (action: Action): boolean =>
    may({ gathering: "g", participant: "p", grants: roles.map((role) => ({ role })) }, action, { gathering: "g" });

const fresh = { delegations: 0, present: 0, lackSeats: false, texts: 0, items: 12 };
const admitted = { ...fresh, delegations: 3, lackSeats: true };
const seated = { ...admitted, lackSeats: false };
const arrived = { ...seated, present: 1 };
const written = { ...arrived, texts: 1 };

test.for<readonly [roles: readonly Role[], steps: readonly unknown[]]>([
  [["organiser"], ["admit", "codes", "desk", "text", null]],
  [["secretary"], ["admit", "codes", "desk", "text", null]],
  [["chair"], ["text", "text", "text", "text", "console"]],
  [
    ["organiser", "chair"],
    ["admit", "codes", "desk", "text", "console"],
  ],
  [["teller"], [null, "desk", "desk", null, null]],
  [["delegate"], [null, null, null, null, null]],
])("PLN-39 %j are told, as a gathering is prepared, %j", ([roles, steps]) => {
  expect([fresh, admitted, seated, arrived, written].map((facts) => nextStep(as(...roles), facts))).toEqual(steps);
  expect(hasSteps(as(...roles))).toBe(steps.some((step) => step !== null));
});

test("PLN-39 with the programme at its end the chair is told nothing", () => {
  expect(nextStep(as("chair"), { ...written, items: 1 })).toBe("console");
  expect(nextStep(as("chair"), { ...written, items: 0 })).toBeNull();
});
