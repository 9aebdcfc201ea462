import type { Translate } from "../../../shared/i18n/index.ts";
import type { CodeCard } from "../../../shared/views/index.ts";
import { html, qr, type Html } from "../../ui/index.ts";
import { seatRoles } from "./seat-words.ts";

/** One card to cut out: for whom, the QR code, the eleven signs, and where to type them. */
export const codeCard = (card: CodeCard, gathering: string, t: Translate): Html => html`
  <article class="card">
    <h2 dir="auto">${gathering}</h2>
    <p class="card-for">${!card.seat.name ? null : html`<b dir="auto">${card.seat.name}</b> · `}${seatRoles(card.seat, t)}</p>
    <div class="card-qr">${qr(card.address, t("sheet.qr"))}</div>
    <p class="card-how">${t("sheet.card-how", { address: enterAddress(card) })}</p>
    <p class="card-code"><span class="code">${card.shown}</span></p>
    <p class="card-how">${t("sheet.keep")}</p>
  </article>`;

/** `192.168.1.20:3000/entrer`: what a person types. */
const enterAddress = (card: CodeCard): string => card.address.replace(/^https?:\/\//u, "").replace(/\/[^/]*$/u, "");
