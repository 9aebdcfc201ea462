import type { TemplateItem } from "./template.ts";

/**
 * The programme of a two-day gathering of communes, after the one of Commercy in January 2020. A first base: the
 * assembly adds to it, moves and removes as it likes.
 */
export const communeDesCommunes: readonly TemplateItem[] = [
  { day: 1, start: "9:00", end: "10:00", kind: "check-in", title: "Accueil, café", note: null },
  {
    day: 1,
    start: "10:00",
    end: "12:00",
    kind: "round",
    title: "Ouverture, puis tour des initiatives locales",
    note:
      "Cinq minutes environ par collectif : ce que l’on demande et prépare chez soi, comment le collectif vit, " +
      "ce qui le relie aux luttes d’ici et d’ailleurs. Une pause vers 11 heures, selon l’avancée.",
  },
  {
    day: 1,
    start: "12:00",
    end: "13:30",
    kind: "meal",
    title: "Repas, discussions libres",
    note: "Cantine tenue ensemble, à prix libre ; on partage ce que l’on apporte.",
  },
  {
    day: 1,
    start: "13:30",
    end: "15:30",
    kind: "groups",
    title: "Les bases politiques, en plénière ou en petits groupes",
    note:
      "Une heure et demie d’échanges, une demi-heure de restitution. Qu’est-ce qu’un contre-pouvoir ? Quelles autres " +
      "façons de décider et de produire, et comment les partager ? Comment se garder de la récupération, de la " +
      "bureaucratie, de l’électoralisme, et connaître nos limites ? Comment relier les communes et les luttes ? " +
      "Liste ouverte : ajoutez la question qui manque.",
  },
  { day: 1, start: "15:30", end: "16:00", kind: "break", title: "Pause", note: null },
  {
    day: 1,
    start: "16:00",
    end: "18:00",
    kind: "workshops",
    title: "Ateliers : outils et expériences",
    note:
      "Une heure et demie d’atelier, une demi-heure de restitution. 1. Reprendre du pouvoir à l’échelle de la commune, " +
      "par la démocratie directe et au-delà. 2. Rendre visibles les initiatives locales et les relier. 3. Obtenir des " +
      "lieux communs et les garder. 4. L’autonomie matérielle et les moyens de produire. Liste ouverte.",
  },
  {
    day: 1,
    start: "18:00",
    end: "19:00",
    kind: "drafting",
    title: "Suite des échanges, atelier de rédaction",
    note: "S’il y a lieu, un atelier écrit une ou plusieurs déclarations communes.",
  },
  { day: 1, start: "19:00", end: null, kind: "meal", title: "Repas et soirée", note: null },
  { day: 2, start: "8:30", end: "9:30", kind: "check-in", title: "Ouverture, petit déjeuner", note: null },
  {
    day: 2,
    start: "9:30",
    end: "11:30",
    kind: "groups",
    title: "Reprise des échanges",
    note: "Thèmes nouveaux ou apparus la veille, questions à creuser.",
  },
  {
    day: 2,
    start: "11:30",
    end: "12:30",
    kind: "vote",
    title: "Plénière : vote sur la ou les déclarations",
    note: "S’il y a une déclaration à voter.",
  },
  { day: 2, start: "12:30", end: "14:00", kind: "meal", title: "Repas", note: null },
  {
    day: 2,
    start: "14:00",
    end: "14:30",
    kind: "declaration",
    title: "Déclaration commune",
    note: "Si l’assemblée en a adopté une.",
  },
  {
    day: 2,
    start: "14:30",
    end: "17:00",
    kind: "open",
    title: "Discussions libres, courtes interventions",
    note: null,
  },
  {
    day: 2,
    start: "17:00",
    end: null,
    kind: "closing",
    title: "Remerciements, action commune",
    note: "L’action reste à décider ensemble.",
  },
];
