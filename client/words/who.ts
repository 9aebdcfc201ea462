import type { Franchise } from "../../shared/ballots/index.ts";
import type { Translate } from "../../shared/i18n/index.ts";

/** Those who have a vote, and those of them who are there: `161 délégations`, `présentes ou représentées`. */
export const voterWords = ({ unit, proxies }: Franchise, count: number, t: Translate) => ({
  who: t(`who.${unit}`, { count }),
  there: t(proxies ? "who.represented" : "who.present"),
});

/** The same where votes are counted: by weight, they are votes and not delegations. */
export const countedWords = (franchise: Franchise, count: number, t: Translate) =>
  franchise.weights === "one"
    ? voterWords(franchise, count, t)
    : { ...voterWords(franchise, count, t), who: t("who.votes") };

/** Who votes and with how many votes, where it is not the usual one vote a delegation; else null. */
export function franchiseWords({ unit, weights, proxies, split }: Franchise, t: Translate): string | null {
  const usual = unit === "delegation" && weights === "one" && !proxies;
  if (usual) return null;
  const each = t(weights === "one" ? `franchise.${unit}` : "franchise.weights");
  return [each, proxies ? t("franchise.proxies") : "", split ? t("franchise.split") : ""].filter(Boolean).join(", ");
}
