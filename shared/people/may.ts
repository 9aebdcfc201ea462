import { ok, refuse, type Refused, type Result } from "../refusals.ts";

/** Who may do what (one table). It knows no state: the room that holds a thing refuses by its state. */
export const roles = ["organiser", "chair", "secretary", "teller", "drafter", "delegate", "observer"] as const;
export type Role = (typeof roles)[number];

/** Reads a stored role; throws on any other word (the store wrote something else: our bug). */
export function parseRole(stored: string): Role {
  const role = roles.find((one) => one === stored);
  if (role === undefined) throw new Error(`Not a role: ${stored}`);
  return role;
}

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

export type Holder = Role | "public" | "self";

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

/** Anything not listed is refused. Holders in the order in which a role is looked for: one's own delegation before the desk. */
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
  "delegation.votesBy": ["organiser", "secretary", "teller"],
  "delegation.excuse": ["organiser", "secretary", "teller"],
  "delegation.arrive": ["organiser", "secretary", "teller"],
  "delegation.leave": ["organiser", "secretary", "teller"],
  "delegation.proxy": ["organiser", "secretary", "teller"],
  "delegation.mandate": ["organiser", "secretary"],
  "person.arrive": ["organiser", "secretary", "teller"],
  "person.leave": ["organiser", "secretary", "teller"],
  "person.alternate": ["organiser", "secretary"],
  "person.proxy": ["organiser", "secretary", "teller"],
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
  "text.nameVersion": ["drafter", "chair", "secretary"],
  "text.restore": ["drafter"],
  "text.joinWriting": ["organiser", "chair", "secretary", "teller", "drafter", "delegate", "observer"],
  "draft.read": ["organiser", "chair", "secretary", "teller", "drafter", "delegate", "observer"],
  "text.table": ["chair", "secretary"],
  "text.untable": ["chair", "secretary"],
  "text.withdraw": ["chair", "secretary"],
  "declaration.publish": ["chair", "secretary"],
  "amendment.submit": ["delegate", "secretary"],
  "amendment.revise": ["delegate", "secretary"],
  "amendment.withdraw": ["delegate", "secretary"],
  "amendment.takeOver": ["delegate", "secretary"],
  "amendment.cosign": ["delegate", "secretary"],
  "amendment.uncosign": ["delegate", "secretary"],
  "amendment.inadmissible": ["chair"],
  "amendment.deadline": ["chair"],
  "amendment.divide": ["chair"],
  "amendment.call": ["chair"],
  "amendment.callTogether": ["chair"],
  "amendment.import": ["secretary"],
  "amendment.takeOut": ["delegate", "secretary"],
  "amendment.opine": ["delegate", "drafter", "secretary"],
  "amendment.comment": ["organiser", "chair", "secretary", "teller", "drafter", "delegate", "observer"],
  "amendment.eraseComment": ["chair", "secretary"],
  "amendment.reorder": ["chair"],
  "amendment.reserve": ["chair"],
  "amendment.notMoved": ["chair"],
  "ballot.prepare": ["chair", "secretary"],
  "ballot.open": ["chair"],
  "ballot.close": ["chair"],
  "ballot.conclude": ["chair"],
  "ballot.cancel": ["chair"],
  "ballot.annul": ["chair"],
  "ballot.lastCall": ["chair"],
  "ballot.step": ["chair"],
  "ballot.countInstead": ["chair"],
  "ballot.print": ["chair", "secretary", "teller"],
  "vote.cast": ["delegate"],
  "vote.readOwn": ["delegate"],
  "vote.enter": ["teller"],
  "vote.count": ["teller"],
  "declaration.sign": ["delegate", "secretary"],
  "declaration.decline": ["delegate", "secretary"],
  "public.read": everybody,
} as const satisfies Record<string, readonly Holder[]>;

export type Action = keyof typeof permissions;

/** Acts that a delegation does, and that the secretary or a teller may do for it: the journal then says for whom. */
const actsOfADelegation: ReadonlySet<Action> = new Set<Action>([
  "amendment.submit",
  "amendment.revise",
  "amendment.withdraw",
  "amendment.import",
  "amendment.takeOver",
  "amendment.cosign",
  "amendment.uncosign",
  "amendment.takeOut",
  "amendment.opine",
  "vote.enter",
  "declaration.sign",
  "declaration.decline",
]);

/** In which role an act is done: the first of the table that holds, and the delegation acted for when it is not the actor's own. */
export interface Standing {
  readonly role: Holder;
  readonly behalf?: string;
}

/** May this actor do this act on this? `draft.read` by the public is a setting of the gathering, asked beside. */
export const may = (actor: Actor, action: Action, scope: Scope): boolean => standing(actor, action, scope) !== null;

/** The role in which the actor may do the act, or null when they may not. */
export function standing(actor: Actor, action: Action, scope: Scope): Standing | null {
  if (actor.gathering !== scope.gathering) return null;
  const role = holdersOf(action).find((holder) => holds(actor, holder, action, scope));
  if (role === undefined) return null;
  const forAnother = role === "secretary" || role === "teller";
  return forAnother && scope.delegation !== undefined && actsOfADelegation.has(action)
    ? { role, behalf: scope.delegation }
    : { role };
}

/** Whether some scope could allow it: what can be refused before looking at what the act is about. */
export function mayEver(actor: Actor, action: Action): boolean {
  const holders = holdersOf(action);
  if (holders.includes("public")) return true;
  return (
    actor.participant !== null && (holders.includes("self") || actor.grants.some((one) => holders.includes(one.role)))
  );
}

/** `may` as a result: the public is asked for its code, everybody else reads which roles would allow it. */
export function allow(actor: Actor, action: Action, scope: Scope): Result<Standing> {
  const held = standing(actor, action, scope);
  return held === null ? refuseActor(actor, action) : ok(held);
}

/** The detail of `not-allowed` names the act: `rolesFor` says who may do it. */
export const refuseActor = (actor: Actor, action: Action): Refused =>
  actor.participant === null ? refuse("not-signed-in") : refuse("not-allowed", action);

/** The roles that allow an act, in the order of all roles; none for what is no act. */
export function rolesFor(action: string): readonly Role[] {
  const holders = isAction(action) ? holdersOf(action) : [];
  return roles.filter((role) => holders.includes(role));
}

const isAction = (word: string): word is Action => Object.keys(permissions).includes(word);

const holdersOf = (action: Action): readonly Holder[] => permissions[action];

function holds(actor: Actor, holder: Holder, action: Action, scope: Scope): boolean {
  if (holder === "public") return true;
  if (actor.participant === null) return false;
  if (holder === "self") return scope.participant === actor.participant;
  return actor.grants.some((grant) => grant.role === holder && covers(grant, action, scope));
}

/** What whoever takes part may do, whatever their delegation or text. To join the writing one must know its code. */
const isOpenToMembers = (action: Action): boolean =>
  action === "draft.read" || action === "text.joinWriting" || action === "amendment.comment";

function covers(grant: Grant, action: Action, scope: Scope): boolean {
  switch (grant.role) {
    case "drafter":
      return isOpenToMembers(action) || (scope.text !== undefined && grant.text === scope.text);
    case "delegate":
    case "observer":
      return isOpenToMembers(action) || (scope.delegation !== undefined && grant.delegation === scope.delegation);
    default:
      return true;
  }
}
