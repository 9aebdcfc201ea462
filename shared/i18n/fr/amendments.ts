/** Amendments as every page may name them. */
export const amendments = {
  "amendment.title": "Amendement {number}",
  "amendment.titles": "Amendements {numbers}",
  "sub-amendment.title": "Sous-amendement {number}",
  "sub-amendment.titles": "Sous-amendements {numbers}",
  "amendment.and": "{first} et {last}",
  "amendments.divide": "Diviser : garder ce qui tient encore",
  "amendments.supporters": "{count} sur {required} soutiens",
} as const;
