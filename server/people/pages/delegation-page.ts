import { allow, isEnrolled, may } from "../../../shared/people/index.ts";
import { ok } from "../../../shared/refusals.ts";
import type { DelegationDeskView } from "../../../shared/views/index.ts";
import type { PageDefinition } from "../../http/index.ts";
import { findDelegation, readDelegations, readMandate } from "../delegations.ts";
import { readDelegates, readSeatNames, readSeats, type SeatFacts } from "../seats.ts";

/** One delegation at the desk: who of it is there, how it votes, who carries its vote, what it is mandated for. */
export const delegationDeskPage: PageDefinition = {
  path: "/accueil/:delegation",
  async read({ tx, gathering, actor, shell, params }) {
    const allowed = allow(actor, "delegation.arrive", { gathering: gathering.id });
    if (!allowed.ok) return allowed;
    const found = await findDelegation(tx, gathering.id, params["delegation"] ?? "");
    if (!found.ok) return found;
    const { id } = found.value;
    const seats = (await readSeats(tx, gathering.id)).filter((seat) => !seat.erased);
    const delegations = (await readDelegations(tx, gathering.id)).filter((one) => isEnrolled(one.state));
    const enrolled = new Set(delegations.map((one) => one.id));
    const names = await readSeatNames(tx, gathering.id);
    const nameOf = (participant: string): string => names.get(participant) ?? "";
    const named = ({ participant }: SeatFacts) => ({ participant, name: nameOf(participant) });
    const isDelegate = (seat: SeatFacts): boolean => seat.grants.some(({ role }) => role === "delegate");
    const delegates = await readDelegates(tx, gathering.id, id);
    const view: DelegationDeskView = {
      page: "delegation-desk",
      shell,
      line: found.value,
      delegates: delegates.map((one) => ({ ...one, name: nameOf(one.participant) })),
      alternates: seats.filter((seat) => seat.delegation === id && !isDelegate(seat)).map(named),
      mandate: await readMandate(tx, id),
      holders: {
        delegations: delegations.filter((one) => one.id !== id).map(({ id: other, name }) => ({ id: other, name })),
        delegates: seats
          .filter((seat) => isDelegate(seat) && enrolled.has(seat.delegation ?? ""))
          .map(({ participant }) => ({ id: participant, name: nameOf(participant) })),
      },
      mayAdmit: may(actor, "delegation.admit", { gathering: gathering.id }),
    };
    return ok(view);
  },
};
