import type { Asking, OffRoll } from "../../shared/ballots/index.ts";
import type {
  AmendmentState,
  BallotStage,
  ConsoleBallot,
  ConsoleSubject,
  DeclarationView,
  Moment,
  MyVote,
  Scene,
  Signing,
  TextLine,
} from "../../shared/views/index.ts";

/** For each kind of what a page can be given, a face that shows it. A kind that is new does not compile until it has one. */
type Shown<Kind extends string> = Readonly<Record<Kind, string>>;

const moments: Shown<Moment["kind"]> = {
  idle: "now-idle",
  text: "now-text",
  discussion: "now-discussion",
  block: "now-block",
  ballot: "now-scrutin",
  result: "now-resultat",
  closed: "now-closed",
};

const votes: Shown<MyVote["kind"]> = {
  public: "now-public",
  "by-hand": "now-by-hand",
  "off-roll": "now-off-late",
  voter: "now-scrutin",
};

const offRoll: Shown<OffRoll["why"] | "observer" | "noDelegation"> = {
  observer: "now-off-observer",
  noDelegation: "now-teller",
  admittedAfter: "now-off-admitted",
  arrivedAfter: "now-off-late",
  away: "now-off-away",
  withdrawn: "now-off-withdrawn",
  represented: "now-off-represented",
};

const methods: Shown<Asking["method"]> = {
  "yes-no": "now-scrutin",
  consent: "now-paper-consent",
  evident: "now-raise",
  choice: "now-paper-choice",
  temperature: "now-paper-temperature",
  approval: "now-paper-approval",
  "majority-judgment": "now-paper-judgment",
  schulze: "now-paper-schulze",
  "instant-runoff": "now-paper-runoff",
  stv: "now-paper-stv",
};

const stages: Shown<BallotStage["stage"]> = {
  open: "ballot-open",
  closed: "ballot-closed",
  declared: "ballot-declared",
  cancelled: "ballot-cancelled",
  annulled: "ballot-annulled",
};

const scenes: Shown<Scene["kind"]> = {
  join: "screen-join",
  item: "screen-item",
  text: "screen-text",
  amendment: "screen-amendment",
  block: "screen-block",
  ballot: "screen-scrutin",
  result: "screen-resultat",
  closed: "screen-closed",
};

const consoleStages: Shown<ConsoleBallot["stage"]> = {
  none: "console",
  prepared: "console-whole",
  open: "console-open",
  closed: "console-closed",
  declared: "console-declared",
};

const subjects: Shown<ConsoleSubject["kind"]> = {
  none: "console-between",
  amendment: "console",
  block: "console-block",
  whole: "console-whole",
};

const lives: Shown<AmendmentState["state"]> = {
  submitted: "amendment-mine",
  called: "amendment",
  adopted: "amendment-adopted",
  rejected: "amendment-rejected",
  fallen: "amendment-fallen",
  satisfied: "amendment-satisfied",
  broken: "amendment-broken",
  withdrawn: "amendment-withdrawn",
  "not-moved": "amendment-not-moved",
  inadmissible: "amendment-inadmissible",
};

const texts: Shown<TextLine["state"]> = {
  draft: "text-draft",
  tabled: "text",
  adopted: "text-adopted",
  rejected: "text-rejected",
  published: "text-published",
  withdrawn: "text-withdrawn",
};

const declared: Shown<DeclarationView["state"]["kind"]> = {
  adopted: "declaration-unsigned",
  published: "declaration",
  rejected: "declaration-rejected",
};

const signed: Shown<Signing["mine"]["kind"]> = {
  none: "declaration-unsigned",
  signed: "declaration-signed",
  declined: "declaration-declined",
};

/** Where a view holds its kind, and the faces that show each. */
export const kinds: readonly { readonly path: string; readonly shown: Shown<string> }[] = [
  { path: "moment.kind", shown: moments },
  { path: "moment.card.mine.kind", shown: votes },
  { path: "moment.card.mine.off.why", shown: offRoll },
  { path: "moment.card.facts.asking.method", shown: methods },
  { path: "ballot.stage", shown: stages },
  { path: "scene.kind", shown: scenes },
  { path: "ballot.stage", shown: consoleStages },
  { path: "subject.kind", shown: subjects },
  { path: "amendment.state.state", shown: lives },
  { path: "text.state", shown: texts },
  { path: "state.kind", shown: declared },
  { path: "signing.mine.kind", shown: signed },
];
