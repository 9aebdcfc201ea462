import type { Translate } from "../i18n/index.ts";
import type { ActName, Saying, Sentences, Together } from "../journal/index.ts";
import { roles, type Role } from "./may.ts";

/** What a role of the journal is called. */
export function roleWords(role: string, t: Translate): string {
  return t(isRole(role) ? `minutes.role.${role}` : "minutes.role.other");
}

const isRole = (role: string): role is Role => roles.some((known) => known === role);

type PeopleAct = Extract<ActName, `${"gathering" | "role" | "code" | "person" | "delegation"}.${string}`>;

const every = (): string => "";

export const peopleSentences: Sentences<PeopleAct> = {
  "gathering.created": { say: (_, { t }) => t("minutes.gathering.created") },
  "gathering.set": {
    say: ([{ data }], { t }) => t("minutes.gathering.set", { key: data.key, before: data.before, after: data.after }),
  },
  "gathering.closed": { say: (_, { t }) => t("minutes.gathering.closed") },
  "role.granted": {
    together: every,
    say: (entries, saying) =>
      saying.t("minutes.role.granted", { count: entries.length, roles: rolesOf(entries, saying) }),
  },
  "role.revoked": {
    together: every,
    say: (entries, saying) =>
      saying.t("minutes.role.revoked", { count: entries.length, roles: rolesOf(entries, saying) }),
  },
  "code.revoked": { together: every, say: (entries, { t }) => t("minutes.code.revoked", { count: entries.length }) },
  "person.erased": { together: every, say: (entries, { t }) => t("minutes.person.erased", { count: entries.length }) },
  "delegation.admitted": {
    together: every,
    say: (entries, saying) => saying.t("minutes.delegation.admitted", namesOf(entries, saying)),
  },
  "delegation.renamed": {
    say: ([{ data }], { t, names }) => t("minutes.delegation.renamed", { name: names.delegation(data.delegation) }),
  },
  "delegation.withdrawn": {
    together: every,
    say: (entries, saying) => saying.t("minutes.delegation.withdrawn", namesOf(entries, saying)),
  },
  "delegation.arrived": {
    together: every,
    say: (entries, saying) => saying.t("minutes.delegation.arrived", namesOf(entries, saying)),
  },
  "delegation.left": {
    together: every,
    say: (entries, saying) => saying.t("minutes.delegation.left", namesOf(entries, saying)),
  },
};

type DelegationAct = "delegation.admitted" | "delegation.withdrawn" | "delegation.arrived" | "delegation.left";

function namesOf<A extends DelegationAct>(entries: Together<A>, { names, list }: Saying) {
  const ids = [...new Set(entries.map(({ data }) => data.delegation))];
  return { count: ids.length, names: list(ids.map((id) => names.delegation(id))) };
}

/** How many places of each role, never whose: `2 places d’animation de séance et 1 place de secrétariat`. */
function rolesOf<A extends "role.granted" | "role.revoked">(entries: Together<A>, { t, names, list }: Saying): string {
  const counts = new Map<string, number>();
  for (const { data } of entries) counts.set(data.role, (counts.get(data.role) ?? 0) + 1);
  return list([...counts].map(([role, count]) => t("minutes.role.places", { count, role: names.role(role) })));
}
