import type { Translate } from "../../../shared/i18n/index.ts";
import { assertNever } from "../../../shared/refusals.ts";
import type { RoleLine, SeatLine } from "../../../shared/views/index.ts";
import { html, state, type Html } from "../../ui/index.ts";

/** A role and what it belongs to: `Délégué·e mandaté·e, Tanneries`. */
export function roleWords({ role, delegation, text }: RoleLine, t: Translate): string {
  const of = delegation?.name ?? text?.title ?? null;
  return of === null ? t(`role.${role}`) : t("role.of", { role: t(`role.${role}`), of });
}

/** A seat among those that are listed with it: whose it is, where its role needs no telling, and whether it is one's own. */
export interface SeatHeading {
  readonly title: string;
  /** The roles that the title does not name. */
  readonly roles: readonly RoleLine[];
  readonly own: boolean;
}

/** A seat without a name goes by its role, counted among those that would be called the same; one's own is said to be. */
export function seatHeading(seat: SeatLine, listed: readonly SeatLine[], me: string, t: Translate): SeatHeading {
  const own = seat.participant === me;
  if (own) {
    const title = seat.name === null ? t("seat.own") : t("seat.own-named", { name: seat.name });
    return { title, roles: seat.roles, own };
  }
  if (seat.name !== null) return { title: seat.name, roles: seat.roles, own };
  const words = roleTitle(seat, t);
  const alike = listed.filter((one) => one.name === null && one.participant !== me && roleTitle(one, t) === words);
  const title = alike.length < 2 ? words : t("seat.numbered", { role: words, number: alike.indexOf(seat) + 1 });
  return { title, roles: seat.roles.slice(1), own };
}

/** The first role, without the delegation under whose name the seat is listed. */
function roleTitle({ roles: [first] }: SeatLine, t: Translate): string {
  return first === undefined ? t("me.no-role") : roleWords({ ...first, delegation: null }, t);
}

export const seatRoles = ({ roles }: Pick<SeatLine, "roles">, t: Translate): Html =>
  roles.length === 0
    ? html`${t("me.no-role")}`
    : html`${roles.map((role, index) => html`${index === 0 ? "" : " · "}<span dir="auto">${roleWords(role, t)}</span>`)}`;

/** Beneath a seat's heading: its other roles, and whether its code was entered. */
export const seatFacts = (seat: SeatLine, { roles, own }: SeatHeading, t: Translate): Html => html`
  ${roles.length === 0 ? null : html`<p class="small">${seatRoles({ roles }, t)}</p>`}
  <p class="small">${own ? state("for", t("codes.state-own")) : codeState(seat, t)}</p>`;

/** Whether a code opens the seat and somebody has opened it: a word and a shape. */
function codeState(seat: SeatLine, t: Translate): Html {
  switch (seat.code) {
    case "used":
      return state("for", t("codes.state-used"));
    case "issued":
      return state("wait", t("codes.state-issued"));
    case "none":
      return state("npp", t("codes.state-none"));
    default:
      return assertNever(seat.code);
  }
}
