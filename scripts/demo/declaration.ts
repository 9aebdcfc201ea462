/** The words of the demonstration: a declaration as a workshop of such a gathering could write it. All collectives are invented. */
export interface DemoArticle {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

export const demoTitle = "Déclaration commune des assemblées réunies à Commercy";

export const demoPreamble: readonly string[] = [
  "Nous, assemblées populaires, groupes de gilets jaunes, listes citoyennes, collectifs de quartier, maisons du peuple et communes en lutte, nous sommes retrouvés deux jours durant dans une salle prêtée, autour de tables mises bout à bout, pour dire ce que nous avons en commun et pour chercher comment le tenir ensemble.",
  "Nous ne parlons au nom de personne d’autre que des assemblées qui nous ont mandatés. Ce texte ne remplace aucune d’elles : il leur revient, elles en disposent, et chacune dira chez elle ce qu’elle en garde.",
  "Nous venons de lieux qui ne se ressemblent pas. Dans certains, la dernière école a fermé ; dans d’autres, le loyer chasse celles et ceux qui y sont nés. Partout nous avons constaté la même chose : les décisions qui règlent nos vies se prennent loin de nous, sans nous, et souvent contre nous.",
];

export const demoArticles: readonly DemoArticle[] = [
  {
    title: "De l’assemblée",
    paragraphs: [
      "L’assemblée est le lieu où se décide ce qui est commun. Elle est ouverte à toutes celles et ceux qui habitent, travaillent ou luttent dans la commune, sans condition de nationalité, d’âge ou d’adresse.",
      "Elle se réunit régulièrement, à une heure et dans un lieu connus de tout le monde. Elle prévoit la garde des enfants, un repas partagé et la traduction quand il en faut une.",
      "L’ordre du jour est affiché au moins une semaine à l’avance. Chacune et chacun peut y inscrire un point.",
      "La parole y est distribuée avec soin : d’abord à qui n’a pas encore parlé, puis à qui a parlé le moins.",
    ],
  },
  {
    title: "Du mandat",
    paragraphs: [
      "Les personnes déléguées portent un mandat écrit, limité dans le temps et révocable à tout moment par l’assemblée qui l’a donné.",
      "Elles ne décident pas à la place de leur assemblée. Sur un point dont elles n’ont pas débattu chez elles, elles écoutent, prennent note et ne prennent pas part au vote.",
      "Nul ne peut exercer plus de deux mandats de suite. Les tâches tournent, et celles qui donnent du pouvoir tournent plus vite que les autres.",
      "Toute personne déléguée rend compte par écrit dans la semaine qui suit son retour.",
    ],
  },
  {
    title: "De la commune et des élections",
    paragraphs: [
      "Une liste citoyenne peut ouvrir une porte. Elle ne remplace pas l’assemblée qui l’a fait naître, et lui reste liée par une charte signée avant le scrutin.",
      "Les élus issus de ces listes soumettent à l’assemblée les délibérations importantes, et d’abord le budget. Ils suivent sa décision ou démissionnent.",
      "Les indemnités sont versées à une caisse commune, qui rembourse à chacun le temps réellement donné.",
      "Là où aucune liste ne se présente, l’assemblée n’en est pas moins légitime : elle publie ses décisions et les adresse à la mairie, qui doit y répondre en public.",
    ],
  },
  {
    title: "Des biens communs",
    paragraphs: [
      "L’eau, les terres nourricières, les forêts, les chemins et les lieux de réunion ne se vendent pas. Leur usage est décidé par l’assemblée.",
      "Chaque commune peut ouvrir une maison du peuple, gérée par celles et ceux qui l’utilisent. Elle est chauffée, accessible à toutes et à tous, et le repas y est à prix libre.",
      "Les communes liées par cette déclaration dressent ensemble l’inventaire des bâtiments vides, des terres en friche et des outils inutilisés, et le tiennent à jour.",
      "Un lieu menacé d’expulsion est défendu par toutes les communes qui peuvent s’y rendre.",
    ],
  },
  {
    title: "De l’argent et du travail",
    paragraphs: [
      "Une caisse commune est créée entre les assemblées. Elle est alimentée à prix libre et aide d’abord celles qui manquent de lieux, de transports ou de matériel.",
      "Ses comptes sont publiés chaque mois. Aucune somme n’est engagée sans l’accord de trois assemblées au moins, dont une qui n’en profite pas.",
      "Nous soutenons les reprises d’entreprises par celles et ceux qui y travaillent, les ateliers partagés, les groupements d’achat et les cantines.",
      "Le travail qui ne se voit pas, celui du soin, de la cuisine, du ménage et de l’accueil, est compté et partagé dans nos rencontres comme dans nos communes.",
    ],
  },
  {
    title: "De l’écologie vécue",
    paragraphs: [
      "Nous ne séparons pas la fin du mois de la fin du monde. Une mesure écologique qui frappe d’abord les plus pauvres n’est pas une mesure écologique.",
      "Les communes encouragent les jardins, les cantines locales et les circuits courts, et réservent des terres à celles et ceux qui veulent s’y installer.",
      "Tout projet qui détruit des sols, des eaux ou des vies est soumis au vote des habitantes et des habitants concernés, avec une information contradictoire et un délai d’au moins deux mois.",
    ],
  },
  {
    title: "Du toit et de l’accueil",
    paragraphs: [
      "Personne ne dort dehors dans une commune qui compte des logements vides. L’assemblée en tient la liste, la rend publique et demande leur réquisition à qui en a le pouvoir.",
      "Elle s’oppose aux expulsions sans relogement, par la négociation d’abord, par la présence s’il le faut. Des voisines et des voisins se relaient pour ne laisser personne seul ce jour-là.",
      "L’accueil de celles et ceux qui arrivent d’ailleurs est l’affaire de toutes et tous : un lit, un repas, une adresse pour le courrier, quelqu’un qui accompagne dans les démarches. Leurs papiers ne changent rien à leur place dans l’assemblée.",
      "Les locations de courte durée qui vident un village de ses habitantes et de ses habitants sont limitées par un vote local, rue par rue s’il le faut.",
    ],
  },
  {
    title: "De l’école, de la santé et des services",
    paragraphs: [
      "Une école, un bureau de poste, une maternité, une gare : chaque fermeture éloigne la décision et la vie. Aucune n’a lieu sans débat public, et les communes voisines s’y invitent.",
      "Nous mettons en commun ce que nous savons faire : soigner, apprendre à lire, réparer, remplir un dossier, conduire un car. Un carnet des savoirs circule d’une assemblée à l’autre, sur papier autant qu’en ligne.",
      "Les centres de santé tenus par celles et ceux qui y soignent et celles et ceux qui y sont soignés sont soutenus par les communes, qui leur prêtent des murs et garantissent leurs premiers loyers.",
      "Les transports du quotidien vont vers la gratuité. En attendant, les assemblées organisent des trajets partagés, dont les horaires sont affichés dans chaque maison du peuple.",
    ],
  },
  {
    title: "De l’information et de la mémoire",
    paragraphs: [
      "Nous racontons nous-mêmes ce que nous faisons. Journaux muraux, radios, films et bulletins sont encouragés ; aucune assemblée n’a de porte-parole permanent.",
      "La presse est la bienvenue quand l’assemblée l’a voté, et chaque personne peut refuser d’être filmée ou enregistrée.",
      "Les comptes rendus, les textes amendés et les résultats de tous les votes sont gardés et consultables, y compris par qui n’était pas là. Ce qui a échoué y figure avec ce qui a réussi, afin que d’autres n’aient pas à recommencer depuis le début.",
    ],
  },
  {
    title: "De la défense mutuelle",
    paragraphs: [
      "Quand une assemblée, un collectif ou une personne est poursuivie pour avoir lutté, les autres le font savoir, se rendent au tribunal et participent aux frais.",
      "Nous refusons les violences policières, le fichage et les interdictions de manifester. Nous tenons une liste publique des blessés et des procès.",
      "Nos rencontres sont des lieux sûrs. Les propos et les actes racistes, sexistes ou homophobes y sont nommés et traités, par une équipe désignée et connue.",
    ],
  },
  {
    title: "Du lien entre les communes",
    paragraphs: [
      "Les assemblées se lient sans se fondre. Chacune reste libre de ses décisions, et aucune ne peut être engagée par les autres contre son avis.",
      "Une rencontre se tient tous les six mois, chaque fois dans une autre commune. Elle est préparée par l’assemblée qui reçoit et par deux autres tirées au sort.",
      "Entre deux rencontres, un bulletin commun donne des nouvelles des luttes, des victoires et des échecs. Sa rédaction tourne.",
      "Les outils numériques que nous employons sont libres, hébergés par nous ou par des proches, et les décisions qui s’y prennent peuvent être vérifiées par toutes et tous.",
      "Aucune décision commune ne vaut sans que le texte exact en ait été lu, amendé et voté par les délégations.",
    ],
  },
  {
    title: "De la suite",
    paragraphs: [
      "Cette déclaration n’engage que les assemblées qui, de retour chez elles, la ratifient, avec ou sans réserves. Leurs réserves sont publiées avec le texte.",
      "Elle peut être revue à chaque rencontre. Ce qui divise profondément n’y entre pas ; ce qui a été rejeté est conservé et peut être lu.",
      "Nous appelons celles et ceux qui s’y reconnaissent à tenir assemblée là où ils vivent, à nous écrire, et à venir à la prochaine rencontre.",
    ],
  },
];
