import type { Translate } from "../../../shared/i18n/index.ts";
import { field, html, type Html } from "../../ui/index.ts";

export interface GatheringFields {
  readonly name: string;
  readonly place: string;
  readonly firstDay: string;
  readonly timeZone: string;
}

/** The facts of a gathering, as they are asked when it opens and set later. */
export const gatheringFields = (facts: GatheringFields, timeZones: readonly string[], t: Translate): Html => html`
  ${field({
    name: "name",
    label: t("create.name"),
    hint: t("create.name-hint"),
    value: facts.name,
    required: true,
    maxLength: 120,
    autocomplete: "off",
  })}
  ${field({
    name: "place",
    label: t("create.place"),
    hint: t("create.place-hint"),
    value: facts.place,
    required: true,
    maxLength: 120,
    autocomplete: "off",
  })}
  ${field({ name: "firstDay", label: t("create.first-day"), value: facts.firstDay, type: "date", required: true })}
  <div class="field"><label for="field-timeZone">${t("create.time-zone")}</label>
  <select id="field-timeZone" name="timeZone">${zonesWith(timeZones, facts.timeZone).map(
    (zone) =>
      html`<option value="${zone}" ?selected="${zone === facts.timeZone}">${zone.replaceAll("_", " ")}</option>`,
  )}</select></div>`;

const zonesWith = (zones: readonly string[], chosen: string): readonly string[] =>
  zones.includes(chosen) ? zones : [chosen, ...zones];
