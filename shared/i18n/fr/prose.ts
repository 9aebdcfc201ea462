/** How a text is numbered, marked and called, wherever it is shown. */
export const prose = {
  "text.article": "Article {number}",
  "text.new-article": "Nouvel article",
  "text.paragraph": "Alinéa",
  "text.new-paragraph": "Nouvel alinéa",
  "text.place-article": "Article {article}",
  "text.place-paragraph": "Alinéa {paragraph}",
  "text.place-both": "Article {article}, alinéa {paragraph}",
  "text.place-after": "Après l’alinéa {paragraph}",
  "text.place-after-both": "Article {article}, après l’alinéa {paragraph}",
  "text.place-title": "Titre",

  "redline.inserted": "inséré :",
  "redline.deleted": "supprimé :",
  "redline.formatted": "(mise en forme)",
  "redline.split": "alinéa coupé ici",
  "redline.joined": "alinéas réunis ici",
  "redline.end": "(fin du passage)",

  "text-state.draft": "Projet",
  "text-state.tabled": "Déposé",
  "text-state.adopted": "Adopté",
  "text-state.rejected": "Rejeté",
  "text-state.published": "Publié",
  "text-state.withdrawn": "Retiré",
} as const;
