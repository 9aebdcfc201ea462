import type {
  CodeCard,
  CodeSheetView,
  CodesView,
  CreateView,
  DelegationListView,
  DelegationDeskView,
  DeskView,
  EnterView,
  HomeView,
  MeView,
  RefusalView,
  SeatLine,
  SettingsView,
  ShellRefusal,
  WelcomeView,
} from "../../shared/views/index.ts";
import { delegate } from "./assembly-views.ts";
import { shellOf, sundayMs } from "./views.ts";

/** Sample views of the entrance, the desk and the seats, as people gives them: Valbrune, the day before. */

const outside = shellOf({ gathering: null });
const organiser = { participant: "p0", name: "Claude", delegation: null, roles: ["organiser"] };
const organiserShell = (path: string, refused: ShellRefusal | null = null) => shellOf({ path, me: organiser, refused });

export const homeView = (gatherings: HomeView["gatherings"]): HomeView => ({
  page: "home",
  shell: outside,
  gatherings,
});

export const enterView = (code = "", refused: ShellRefusal | null = null): EnterView => ({
  page: "enter",
  shell: shellOf({ gathering: null, path: "/entrer", refused }),
  code,
  next: null,
});

export const refusalView = (more: Partial<RefusalView> = {}): RefusalView => ({
  page: "refusal",
  shell: shellOf({ path: "/accueil", me: delegate }),
  code: "not-allowed",
  words: "Votre rôle ne permet pas cet acte.",
  allowed: { action: "delegation.arrive", roles: ["organiser", "secretary", "teller"] },
  codeForm: "beside",
  next: "/r/valbrune/accueil",
  ...more,
});

export const createView = (refused: ShellRefusal | null = null): CreateView => ({
  page: "create",
  shell: shellOf({ gathering: null, path: "/organiser/jeton", refused }),
  timeZones: ["Europe/Paris", "Indian/Reunion"],
});

export const chairSeat: SeatLine = {
  participant: "p2",
  name: "Andrée",
  roles: [{ role: "chair", delegation: null, text: null }],
  code: "used",
};
const organiserSeat: SeatLine = {
  participant: "p0",
  name: null,
  roles: [{ role: "organiser", delegation: null, text: null }],
  code: "used",
};
const tellerSeat: SeatLine = {
  participant: "p3",
  name: null,
  roles: [
    { role: "teller", delegation: null, text: null },
    { role: "drafter", delegation: null, text: { id: "t2", title: "Des lieux communs" } },
  ],
  code: "issued",
};
const delegateSeat: SeatLine = {
  participant: "p1",
  name: null,
  roles: [{ role: "delegate", delegation: { id: "d6", name: "Commune libre de Montferrage" }, text: null }],
  code: "used",
};
const observerSeat: SeatLine = {
  participant: "p4",
  name: null,
  roles: [{ role: "observer", delegation: { id: "d6", name: "Commune libre de Montferrage" }, text: null }],
  code: "none",
};

const card = (seat: SeatLine, shown: string): CodeCard => ({
  shown,
  address: `http://192.168.1.20:8080/entrer/${shown}`,
  seat,
});

export const welcomeView = (more: Partial<WelcomeView> = {}): WelcomeView => ({
  page: "welcome",
  shell: organiserShell("/bienvenue"),
  card: card(
    {
      participant: "p0",
      name: "Claude",
      roles: [{ role: "organiser", delegation: null, text: null }],
      code: "used",
    },
    "7F3K9-2QD4M-X",
  ),
  ...more,
});

export const meView = (more: Partial<MeView> = {}): MeView => ({
  page: "me",
  shell: shellOf({ path: "/moi", me: delegate }),
  seat: delegateSeat,
  mayOrganise: { settings: false, codes: false, desk: false, console: false },
  ...more,
});

export const meOfOrganiser = (): MeView =>
  meView({
    shell: organiserShell("/moi"),
    seat: {
      participant: "p0",
      name: "Claude",
      roles: [
        { role: "organiser", delegation: null, text: null },
        { role: "chair", delegation: null, text: null },
      ],
      code: "used",
    },
    mayOrganise: { settings: true, codes: true, desk: true, console: true },
  });

export const settingsView = (more: Partial<SettingsView> = {}): SettingsView => ({
  page: "settings",
  shell: organiserShell("/reglages"),
  facts: {
    name: "Rencontre de Valbrune",
    place: "Valbrune",
    firstDay: "2020-01-18",
    timeZone: "Europe/Paris",
    draftPublic: false,
    supporters: 0,
  },
  timeZones: ["Europe/Paris", "Indian/Reunion"],
  closed: false,
  seats: [organiserSeat, chairSeat, tellerSeat],
  texts: [{ id: "t2", title: "Des lieux communs" }],
  ...more,
});

const montferrage = { id: "d6", name: "Commune libre de Montferrage", places: 4, seats: 4, used: 2 };

export const codesView = (more: Partial<CodesView> = {}): CodesView => ({
  page: "codes",
  shell: organiserShell("/codes"),
  delegations: [montferrage, { id: "d1", name: "Assemblée de Pont-Brizay", places: 4, seats: 0, used: 0 }],
  opened: null,
  seats: [chairSeat, tellerSeat],
  texts: [{ id: "t2", title: "Des lieux communs" }],
  ...more,
});

/** Every seat has its code, and one delegation's are unfolded. */
export const codesIssued = (): CodesView =>
  codesView({
    shell: organiserShell("/codes?delegation=d6"),
    delegations: [montferrage],
    opened: { id: "d6", name: "Commune libre de Montferrage", seats: [delegateSeat, observerSeat] },
  });

export const codeSheetView = (more: Partial<CodeSheetView> = {}): CodeSheetView => ({
  page: "code-sheet",
  shell: organiserShell("/codes/feuille"),
  cards: Array.from({ length: 9 }, (_, i) =>
    card(i === 0 ? chairSeat : { ...delegateSeat, code: "issued" }, `7F3K${i}-2QD4M-X`),
  ),
  ...more,
});

export const deskView = (more: Partial<DeskView> = {}): DeskView => ({
  page: "desk",
  shell: organiserShell("/accueil"),
  query: "",
  lines: [
    {
      id: "d1",
      name: "Assemblée de Pont-Brizay",
      delegates: 2,
      observers: 2,
      state: "admitted",
      votesBy: "phone",
      zone: 1,
      excused: false,
      proxy: null,
    },
    {
      id: "d6",
      name: "Commune libre de Montferrage",
      delegates: 2,
      observers: 0,
      state: "present",
      votesBy: "hands",
      zone: 2,
      excused: false,
      proxy: null,
    },
    {
      id: "d2",
      name: "Kerloc’h",
      delegates: 1,
      observers: 0,
      state: "absent",
      votesBy: "paper",
      zone: 1,
      excused: true,
      proxy: null,
    },
    {
      id: "d3",
      name: "Maison du peuple de Sauvigny-le-Haut",
      delegates: 2,
      observers: 2,
      state: "withdrawn",
      votesBy: "phone",
      zone: 1,
      excused: false,
      proxy: null,
    },
  ],
  enrolled: 3,
  present: 1,
  mayAdmit: true,
  ...more,
});

export const deskDelegation: DelegationDeskView["line"] = {
  id: "d1",
  name: "Assemblée de Pont-Brizay",
  delegates: 2,
  observers: 2,
  state: "admitted",
  votesBy: "hands",
  zone: 2,
  excused: false,
  proxy: null,
};

export const delegationDeskView = (more: Partial<DelegationDeskView> = {}): DelegationDeskView => ({
  page: "delegation-desk",
  shell: organiserShell("/accueil/d1"),
  line: deskDelegation,
  delegates: [
    { participant: "p7", name: "Inès (Assemblée de Pont-Brizay)", checkedIn: true, proxy: null },
    { participant: "p8", name: "Assemblée de Pont-Brizay, 2", checkedIn: false, proxy: "p12" },
  ],
  alternates: [
    { participant: "p9", name: "Malo (Assemblée de Pont-Brizay)" },
    { participant: "p10", name: "Assemblée de Pont-Brizay, 4" },
  ],
  mandate: null,
  holders: {
    delegations: [
      { id: "d2", name: "Kerloc’h" },
      { id: "d6", name: "Commune libre de Montferrage" },
    ],
    delegates: [
      { id: "p7", name: "Inès (Assemblée de Pont-Brizay)" },
      { id: "p12", name: "Kerloc’h, 1" },
    ],
  },
  mayAdmit: true,
  ...more,
});

export const deskRefused = (): DeskView =>
  deskView({
    shell: organiserShell("/accueil", {
      code: "wrong-state",
      words: "Ce n’est plus possible\u202f: la délégation est déjà présente.",
      fields: { name: "Kerloc’h", delegates: "2", observers: "0" },
    }),
  });

export const delegationListView = (more: Partial<DelegationListView> = {}): DelegationListView => ({
  page: "delegation-list",
  shell: organiserShell("/accueil/liste"),
  typed: "",
  lines: [],
  ...more,
});

/** Two lines read well, one in doubt or with a fault. */
export const delegationListRead = (withFault: boolean): DelegationListView =>
  delegationListView({
    typed: `Assemblée de Pont-Brizay, 2, 2\nKerloc’h, 1, 0\n${withFault ? "Brémont, deux" : "Commune libre de Montbrun 2 0"}`,
    lines: [
      {
        line: 1,
        text: "Assemblée de Pont-Brizay, 2, 2",
        delegation: { name: "Assemblée de Pont-Brizay", delegates: 2, observers: 2 },
        fault: null,
        doubt: null,
      },
      {
        line: 2,
        text: "Kerloc’h, 1, 0",
        delegation: { name: "Kerloc’h", delegates: 1, observers: 0 },
        fault: null,
        doubt: null,
      },
      withFault
        ? { line: 3, text: "Brémont, deux", delegation: null, fault: "not-a-number", doubt: null }
        : {
            line: 3,
            text: "Commune libre de Montbrun 2 0",
            delegation: { name: "Commune libre de Montbrun", delegates: 2, observers: 0 },
            fault: null,
            doubt: "numbers-without-commas",
          },
    ],
  });

export const gatheringsListed: HomeView["gatherings"] = [
  { slug: "valbrune", name: "Rencontre de Valbrune", place: "Valbrune", firstDayMs: sundayMs, closed: false },
  { slug: "commercy", name: "Commune des Communes", place: "Commercy", firstDayMs: sundayMs, closed: true },
];
