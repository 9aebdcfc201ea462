import type { Translate } from "../../shared/i18n/index.ts";
import type { Notice } from "./elements/index.ts";
import type { Met, Other } from "./met.ts";

/** So many others are named; of more their number is told. */
const mostNamed = 3;

/**
 * What others who met this amendment mean for it, the weightiest first. `sheet`: the address of an amendment. Whoever
 * `cosigns` is offered to sign what asks for the same.
 */
export function noticesOf(
  met: Met,
  sheet: (number: number) => string,
  t: Translate,
  cosigns = false,
): readonly Notice[] {
  const [same] = met.identical;
  const signs = cosigns && same?.cosign ? { words: t("amend.cosign", { number: same.number }), ...same.cosign } : null;
  const about = (others: readonly Other[], words: (named: string) => string, tone: Notice["tone"]): readonly Notice[] =>
    others.length === 0 ? [] : [{ tone, words: words(namesOf(others, t)), links: linksTo(others, sheet, t) }];
  return [
    ...about(
      met.identical,
      (others) => t(signs ? "amend.met-to-cosign" : "amend.met-identical", { others }),
      "warn",
    ).map((notice) => (signs ? { ...notice, cosign: signs } : notice)),
    ...about(met.conflict, (others) => t("amend.met-conflict", { others }), "live"),
    ...about(met.sameGap, (others) => t("amend.met-same-gap", { others }), "live"),
    ...(met.left === 0 ? [] : [{ tone: "live" as const, words: t("amend.met-left", { count: met.left }), links: [] }]),
  ];
}

function namesOf(others: readonly Other[], t: Translate): string {
  const names = others.slice(0, mostNamed).map(({ number, delegation }) => t("amend.other", { number, delegation }));
  const more = others.length - names.length;
  if (more > 0) return t("amend.others-more", { first: names.join(", "), count: more });
  const last = names[names.length - 1] ?? "";
  return names.length < 2 ? last : t("amend.others-and", { first: names.slice(0, -1).join(", "), last });
}

const linksTo = (others: readonly Other[], sheet: (number: number) => string, t: Translate): Notice["links"] =>
  others.slice(0, mostNamed).map(({ number }) => ({ words: t("amend.other-link", { number }), href: sheet(number) }));
