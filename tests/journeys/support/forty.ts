/**
 * A declaration of twenty articles and forty amendments on it: five joint discussions, two that ask for the very same, an
 * article suppressed and another that comes in anew.
 */

export interface Article {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

export const articles: readonly Article[] = [
  {
    title: "L’assemblée",
    paragraphs: [
      "L’assemblée est ouverte à toutes les personnes qui habitent la commune.",
      "Elle se réunit chaque dimanche, sauf décision contraire.",
    ],
  },
  {
    title: "La parole",
    paragraphs: ["Chaque personne peut parler trois minutes, et chaque délégation peut répondre une fois."],
  },
  { title: "Les mandats", paragraphs: ["Les mandats sont impératifs, courts et révocables à tout moment."] },
  { title: "Les comptes", paragraphs: ["Les comptes sont publiés tous les mois et relus par deux personnes."] },
  { title: "L’eau", paragraphs: ["L’eau est un bien commun, que la commune distribue elle-même."] },
  { title: "La terre", paragraphs: ["Les terres nourricières ne sont plus bétonnées et restent cultivées."] },
  { title: "Le logement", paragraphs: ["Aucun logement ne reste vide plus de deux ans."] },
  { title: "La santé", paragraphs: ["Un centre de santé ouvre dans chaque canton."] },
  { title: "L’école", paragraphs: ["L’école du village reste ouverte, avec une cantine gratuite."] },
  { title: "Les transports", paragraphs: ["Un autocar dessert chaque bourg le matin et le soir."] },
  { title: "Le travail", paragraphs: ["Nul ne travaille de nuit sans l’avoir choisi."] },
  { title: "L’énergie", paragraphs: ["Les toits publics portent des panneaux solaires."] },
  { title: "La police", paragraphs: ["Les gardes municipaux sont désarmés dès cette année."] },
  { title: "Les fêtes", paragraphs: ["La commune prête ses salles à toutes les associations."] },
  { title: "Les langues", paragraphs: ["Les affiches sont écrites dans les langues du pays."] },
  { title: "Les archives", paragraphs: ["Les archives sont consultables par tout le monde sans rendez-vous."] },
  { title: "Les impôts", paragraphs: ["L’impôt local devient progressif en trois étapes."] },
  { title: "La presse", paragraphs: ["Un bulletin paraît chaque trimestre et accueille les désaccords."] },
  { title: "Les jumelages", paragraphs: ["La commune se jumelle avec une autre commune en lutte."] },
  { title: "La suite", paragraphs: ["Une nouvelle rencontre est convoquée avant le printemps."] },
];

export interface Wish {
  readonly from: string;
  readonly to: string;
}

/** Each line is a joint discussion: who asks for other words at one place. */
export const rivals: readonly (readonly Wish[])[] = [
  [
    { from: "trois", to: "deux" },
    { from: "trois", to: "cinq" },
    { from: "trois", to: "dix" },
  ],
  [
    { from: "distribue", to: "possède" },
    { from: "distribue", to: "gère" },
    { from: "distribue", to: "confie" },
  ],
  [
    { from: "gratuite", to: "publique" },
    { from: "gratuite", to: "solidaire" },
    { from: "gratuite", to: "paysanne" },
  ],
  [
    { from: "désarmés", to: "supprimés" },
    { from: "désarmés", to: "élus" },
    { from: "désarmés", to: "formés" },
  ],
  [
    { from: "progressif", to: "facultatif" },
    { from: "progressif", to: "volontaire" },
    { from: "progressif", to: "juste" },
  ],
];

/** Two delegations ask for the very same. */
export const twins: readonly Wish[] = [
  { from: "courts", to: "limités" },
  { from: "courts", to: "limités" },
];

/** They leave each other alone; the drafting group is favourable to all of them. */
export const favoured: readonly Wish[] = [
  { from: "dimanche", to: "samedi" },
  { from: "mois", to: "trimestres" },
  { from: "cultivées", to: "partagées" },
  { from: "canton", to: "bourg" },
  { from: "autocar", to: "train" },
  { from: "solaires", to: "citoyens" },
  { from: "pays", to: "monde" },
  { from: "lutte", to: "assemblée" },
];

/** The rest: each at a place of its own. */
export const others: readonly Wish[] = [
  { from: "habitent", to: "traversent" },
  { from: "impératifs", to: "collectifs" },
  { from: "bétonnées", to: "vendues" },
  { from: "vide", to: "fermé" },
  { from: "village", to: "bourg" },
  { from: "soir", to: "midi" },
  { from: "choisi", to: "demandé" },
  { from: "publics", to: "communaux" },
  { from: "prête", to: "donne" },
  { from: "consultables", to: "ouvertes" },
  { from: "trimestre", to: "semestre" },
  { from: "printemps", to: "été" },
];

/** What the assembly makes of it, as one reads it. */
export const consolidated: readonly string[] = [
  "Article 1 L’assemblée",
  "Alinéa 1 L’assemblée est ouverte à toutes les personnes qui habitent la commune.",
  "Alinéa 2 Elle se réunit chaque samedi, sauf décision contraire.",
  "Article 2 La parole",
  "Alinéa 3 Chaque personne peut parler deux minutes, et chaque délégation peut répondre une fois.",
  "Article 3 Les mandats",
  "Alinéa 4 Les mandats sont impératifs, limités et révocables à tout moment.",
  "Article 4 Les comptes",
  "Alinéa 5 Les comptes sont publiés tous les trimestres et relus par deux personnes.",
  "Article 5 L’eau",
  "Alinéa 6 L’eau est un bien commun, que la commune gère elle-même.",
  "Article 6 La terre",
  "Alinéa 7 Les terres nourricières ne sont plus bétonnées et restent partagées.",
  "Article 7 La santé",
  "Alinéa 8 Un centre de santé ouvre dans chaque bourg.",
  "Article 8 Le logement",
  "Alinéa 9 Aucun logement ne reste vide plus de deux ans.",
  "Article 9 L’école",
  "Alinéa 10 L’école du village reste ouverte, avec une cantine publique.",
  "Article 10 Les transports",
  "Alinéa 11 Un train dessert chaque bourg le matin et le soir.",
  "Article 11 Le travail",
  "Alinéa 12 Nul ne travaille de nuit sans l’avoir choisi.",
  "Article 12 L’énergie",
  "Alinéa 13 Les toits publics portent des panneaux citoyens.",
  "Article 13 La police",
  "Alinéa 14 Les gardes municipaux sont élus dès cette année.",
  "Article 14 Les fêtes",
  "Alinéa 15 La commune prête ses salles à toutes les associations.",
  "Article 15 Les langues",
  "Alinéa 16 Les affiches sont écrites dans les langues du monde.",
  "Article 16 Les archives",
  "Alinéa 17 Les archives sont consultables par tout le monde sans rendez-vous.",
  "Article 17 Les impôts",
  "Alinéa 18 L’impôt local devient juste en trois étapes.",
  "Article 18 Les jumelages",
  "Alinéa 19 La commune se jumelle avec une autre commune en assemblée.",
  "Article 19 La suite",
  "Alinéa 20 Une nouvelle rencontre est convoquée avant le printemps.",
  "Article 20 Les sources",
  "Alinéa 21 Elles coulent partout.",
];
