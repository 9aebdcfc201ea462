import type { Translate } from "../../../shared/i18n/index.ts";
import { assertNever } from "../../../shared/refusals.ts";
import type { RoleLine, SeatLine } from "../../../shared/views/index.ts";
import { html, state, type Html } from "../../ui/index.ts";

/** A role and what it belongs to: `Délégué·e mandaté·e, Tanneries`. */
export function roleWords({ role, delegation, text }: RoleLine, t: Translate): string {
  const of = delegation?.name ?? text?.title ?? null;
  return of === null ? t(`role.${role}`) : t("role.of", { role: t(`role.${role}`), of });
}

export const seatName = (seat: SeatLine, t: Translate): string => seat.name ?? t("settings.unnamed");

export const seatRoles = (seat: SeatLine, t: Translate): Html =>
  seat.roles.length === 0
    ? html`${t("me.no-role")}`
    : html`${seat.roles.map((role, index) => html`${index === 0 ? "" : " · "}<span dir="auto">${roleWords(role, t)}</span>`)}`;

/** Whether a code opens the seat and somebody has opened it: a word and a shape. */
export function codeState(seat: SeatLine, t: Translate): Html {
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
