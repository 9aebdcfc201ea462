/** Amendments as every page may name them. */
export const amendments = {
  "amendment.title": "Amendement {number}",
  "amendment.titles": "Amendements {numbers}",
  "amendment.and": "{first} et {last}",
  "amendments.supporters": "{count} sur {required} soutiens",
} as const;
