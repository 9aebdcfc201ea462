/** Amendments of the demonstration, each an edit that its delegation makes on the tabled text; some are rivals of one another. */
export type DemoEdit =
  | { readonly kind: "replace"; readonly find: string; readonly by: string }
  | { readonly kind: "suppress"; readonly paragraph: string }
  | { readonly kind: "add"; readonly after: string; readonly words: string };

export interface DemoAmendment {
  readonly delegation: number;
  readonly edit: DemoEdit;
  readonly rationale: string;
}

export const demoAmendments: readonly DemoAmendment[] = [
  {
    delegation: 3,
    edit: {
      kind: "replace",
      find: "peut ouvrir une maison du peuple",
      by: "ouvre, dans l’année, une maison du peuple",
    },
    rationale:
      "« Peut » n’oblige à rien. Chez nous, on attend une salle depuis trois hivers. Un délai fait la différence entre un vœu et une décision.",
  },
  {
    delegation: 11,
    edit: {
      kind: "replace",
      find: "peut ouvrir une maison du peuple",
      by: "soutient les maisons du peuple qui existent et en ouvre une là où il en manque",
    },
    rationale: "Des maisons existent déjà, tenues sans la mairie. Les aider d’abord, sans les doubler.",
  },
  {
    delegation: 7,
    edit: { kind: "replace", find: "au moins une semaine à l’avance", by: "au moins dix jours à l’avance" },
    rationale: "Une semaine ne suffit pas à qui travaille en horaires décalés.",
  },
  {
    delegation: 14,
    edit: {
      kind: "replace",
      find: "Ils suivent sa décision ou démissionnent.",
      by: "Ils suivent sa décision ou s’en expliquent devant elle, qui peut les révoquer.",
    },
    rationale: "Démissionner rend le siège à l’adversaire. Que l’assemblée juge, et révoque si elle le veut.",
  },
  {
    delegation: 22,
    edit: { kind: "suppress", paragraph: "Les indemnités sont versées à une caisse commune" },
    rationale: "Cette règle écarte des conseils celles et ceux qui n’ont pas d’autre revenu.",
  },
  {
    delegation: 5,
    edit: {
      kind: "replace",
      find: "qui rembourse à chacun le temps réellement donné",
      by: "qui compense à chacune et chacun les heures de travail perdues",
    },
    rationale: "Parler des heures perdues : c’est ce qui empêche de siéger.",
  },
  {
    delegation: 18,
    edit: {
      kind: "add",
      after: "L’eau, les terres nourricières",
      words:
        "La distribution de l’eau revient en régie publique à l’échéance de chaque contrat, et ses premiers mètres cubes sont gratuits.",
    },
    rationale: "Dire que l’eau ne se vend pas, sans dire qui la distribue, laisse les contrats en place.",
  },
  {
    delegation: 26,
    edit: {
      kind: "replace",
      find: "Ses comptes sont publiés chaque mois.",
      by: "Ses comptes sont publiés chaque trimestre, et ouverts à toute assemblée qui le demande.",
    },
    rationale: "Chaque mois, c’est un travail que personne ne tiendra.",
  },
  {
    delegation: 9,
    edit: { kind: "replace", find: "un délai d’au moins deux mois", by: "un délai d’au moins quatre mois" },
    rationale: "Deux mois ne laissent pas le temps de réunir une contre-expertise.",
  },
  {
    delegation: 1,
    edit: {
      kind: "replace",
      find: "racistes, sexistes ou homophobes",
      by: "racistes, sexistes, antisémites, homophobes ou transphobes",
    },
    rationale: "Nommer ce qui se produit, y compris dans nos propres rencontres.",
  },
  {
    delegation: 20,
    edit: { kind: "replace", find: "tous les six mois", by: "au moins une fois par an" },
    rationale: "Six mois, c’est trop court pour les petites assemblées qui reçoivent.",
  },
  {
    delegation: 28,
    edit: {
      kind: "add",
      after: "Les outils numériques que nous employons",
      words: "Personne n’est tenu d’avoir un téléphone pour participer, ni pour voter.",
    },
    rationale: "Nos assemblées comptent des gens qui n’en ont pas, et d’autres qui n’en veulent pas.",
  },
];
