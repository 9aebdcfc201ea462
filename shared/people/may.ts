/** Who may do what (one table). It knows no state: the room that holds a thing refuses by its state. */
export const roles = ["organiser", "chair", "secretary", "teller", "drafter", "delegate", "observer"] as const;
export type Role = (typeof roles)[number];

/** `delegate` and `observer` belong to one delegation, `drafter` to one text; the others to the gathering. */
export interface Grant {
  readonly role: Role;
  readonly delegation?: string;
  readonly text?: string;
}

/** Somebody in one gathering. The public is an actor without participant and without grants. */
export interface Actor {
  readonly gathering: string;
  readonly participant: string | null;
  readonly grants: readonly Grant[];
}

/** Ids only: what an act is about. */
export interface Scope {
  readonly gathering: string;
  readonly delegation?: string;
  readonly text?: string;
  readonly participant?: string;
}

type Holder = Role | "public" | "self";

const everybody: readonly Holder[] = [
  "organiser",
  "chair",
  "secretary",
  "teller",
  "drafter",
  "delegate",
  "observer",
  "public",
];

/**
 * `behalf` marks the roles that act for a delegation not their own (secretary, teller), which the journal names.
 * Anything not listed is refused.
 */
export const permissions = {
  "gathering.set": ["organiser"],
  "contacts.read": ["organiser"],
  "gathering.close": ["organiser", "chair"],
  "role.grant": ["organiser", "chair"],
  "role.revoke": ["organiser", "chair"],
  "code.issue": ["organiser", "secretary"],
  "code.revoke": ["organiser", "secretary"],
  "delegation.admit": ["organiser", "secretary"],
  "delegation.rename": ["organiser", "secretary"],
  "delegation.withdraw": ["organiser", "secretary"],
  "delegation.arrive": ["organiser", "secretary", "teller"],
  "delegation.leave": ["organiser", "secretary", "teller"],
  "person.export": ["organiser", "self"],
  "person.erase": ["organiser", "self"],
  "agenda.edit": ["organiser", "chair", "secretary"],
  "text.create": ["organiser", "chair", "secretary"],
  "agenda.start": ["chair"],
  "agenda.end": ["chair"],
  "agenda.reserve": ["chair"],
  "screen.show": ["chair"],
  "text.write": ["drafter"],
  "text.handOver": ["drafter"],
  "draft.read": ["organiser", "chair", "secretary", "teller", "drafter", "delegate", "observer"],
  "text.table": ["chair", "secretary"],
  "text.untable": ["chair", "secretary"],
  "text.withdraw": ["chair", "secretary"],
  "declaration.publish": ["chair", "secretary"],
  "amendment.submit": ["delegate", "secretary"],
  "amendment.withdraw": ["delegate", "secretary"],
  "amendment.call": ["chair"],
  "amendment.reserve": ["chair"],
  "amendment.notMoved": ["chair"],
  "ballot.prepare": ["chair", "secretary"],
  "ballot.open": ["chair"],
  "ballot.close": ["chair"],
  "ballot.conclude": ["chair"],
  "ballot.cancel": ["chair"],
  "ballot.lastCall": ["chair"],
  "vote.cast": ["delegate"],
  "vote.readOwn": ["delegate"],
  "vote.enter": ["teller"],
  "declaration.sign": ["delegate", "secretary"],
  "declaration.decline": ["delegate", "secretary"],
  "public.read": everybody,
} as const satisfies Record<string, readonly Holder[]>;

export type Action = keyof typeof permissions;

/** May this actor do this act on this? `draft.read` by the public is a setting of the gathering, asked beside. */
export function may(actor: Actor, action: Action, scope: Scope): boolean {
  if (actor.gathering !== scope.gathering) return false;
  const holders: readonly Holder[] = permissions[action];
  if (holders.includes("public")) return true;
  if (actor.participant === null) return false;
  if (holders.includes("self") && scope.participant === actor.participant) return true;
  return actor.grants.some((grant) => holders.includes(grant.role) && covers(grant, action, scope));
}

function covers(grant: Grant, action: Action, scope: Scope): boolean {
  switch (grant.role) {
    case "drafter":
      return action === "draft.read" || (scope.text !== undefined && grant.text === scope.text);
    case "delegate":
    case "observer":
      return action === "draft.read" || (scope.delegation !== undefined && grant.delegation === scope.delegation);
    default:
      return true;
  }
}
