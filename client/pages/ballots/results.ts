import { results } from "../../../shared/i18n/fr/index.ts";

/** What is drawn of a ballot once it is counted, as one piece: `later.ts` fetches it when it is needed. */
export { annulForm } from "./annul-form.ts";
export { annulledSheet } from "./annulled.ts";
export { closedSheet, resultSheet, votesList } from "./result.ts";

/** What it says. */
export const words = { fr: results } as const;
