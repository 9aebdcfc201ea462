/** Amendments as every page may name them. */
export const amendments = {
  "amendment.title": "Amendement {number}",
  "amendment.titles": "Amendements {numbers}",
  "sub-amendment.title": "Sous-amendement {number}",
  "sub-amendment.titles": "Sous-amendements {numbers}",
  "amendment.and": "{first} et {last}",
  "amendments.supporters": "{count} sur {required} soutiens",
} as const;
