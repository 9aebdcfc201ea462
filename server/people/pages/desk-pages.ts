import { allow, isEnrolled, isPresent, may, readDelegationList, sameName } from "../../../shared/people/index.ts";
import { ok } from "../../../shared/refusals.ts";
import type { DelegationListView, DeskView } from "../../../shared/views/index.ts";
import type { PageDefinition } from "../../http/index.ts";
import { readDelegations, takenNames } from "../delegations.ts";

/** Who is there: searched by name, marked by one button each. */
export const deskPage: PageDefinition = {
  path: "/accueil",
  async read({ tx, gathering, actor, shell, query }) {
    const allowed = allow(actor, "delegation.arrive", { gathering: gathering.id });
    if (!allowed.ok) return allowed;
    const all = await readDelegations(tx, gathering.id);
    const wanted = (query["q"] ?? "").slice(0, 120);
    const view: DeskView = {
      page: "desk",
      shell,
      query: wanted,
      lines: all.filter((one) => sameName(one.name).includes(sameName(wanted))).toSorted(byName),
      enrolled: all.filter((one) => isEnrolled(one.state)).length,
      present: all.filter((one) => isPresent(one.state)).length,
      mayAdmit: may(actor, "delegation.admit", { gathering: gathering.id }),
    };
    return ok(view);
  },
};

/** A pasted list: what each line would make, before anything is made. */
export const delegationListPage: PageDefinition = {
  path: "/accueil/liste",
  async read({ tx, gathering, actor, shell, form }) {
    const allowed = allow(actor, "delegation.admit", { gathering: gathering.id });
    if (!allowed.ok) return allowed;
    const typed = form["list"] ?? "";
    const view: DelegationListView = {
      page: "delegation-list",
      shell,
      typed,
      lines: readDelegationList(typed, await takenNames(tx, gathering.id)).map(({ line, text, read }) => ({
        line,
        text,
        delegation: "delegation" in read ? read.delegation : null,
        fault: "fault" in read ? read.fault : null,
        doubt: ("delegation" in read && read.doubt) || null,
      })),
    };
    return ok(view);
  },
};

/** As a person looks for a name: accents and case aside. */
function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  const [left, right] = [sameName(a.name), sameName(b.name)];
  return left < right ? -1 : left > right ? 1 : 0;
}
