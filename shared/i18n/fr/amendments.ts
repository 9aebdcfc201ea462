/** Amendments as every page may name them: their numbers, what became of them. */
export const amendments = {
  "amendment.title": "Amendement {number}",
  "amendment.titles": "Amendements {numbers}",
  "amendment.and": "{first} et {last}",
  "amendment.state.submitted": "Déposé",
  "amendment.state.called": "En discussion",
  "amendment.state.adopted": "Adopté",
  "amendment.state.rejected": "Rejeté",
  "amendment.state.fallen": "Tombé",
  "amendment.state.satisfied": "Satisfait",
  "amendment.state.withdrawn": "Retiré",
  "amendment.state.not-moved": "Non soutenu",
  "amendment.tally": "{for} à {against}",
  "amendment.by": "par l’adoption de l’amendement {number}",
} as const;
