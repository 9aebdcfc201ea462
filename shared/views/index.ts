export type { Me, Shell, ShellGathering, ShellRefusal } from "./shell.ts";
export type { BlockChange, ProseBlock, ProseRun, TextPlace } from "./prose.ts";
export type { CreateView } from "./entrance.ts";
export type { EnterView, HomeView, RefusalView } from "./people.ts";
export {
  choices,
  type AmendmentName,
  type BallotCard,
  type BallotFacts,
  type BallotStage,
  type BallotView,
  type CastVote,
  type Choice,
  type Consequence,
  type FirstBallot,
  type MyVote,
  type OffRoll,
  type QuorumView,
  type ResultView,
  type RuleView,
  type SubjectView,
  type TallyView,
} from "./ballots.ts";
export type { AmendmentLine, AmendmentsView, AmendmentSheet, AmendmentState, AmendmentView } from "./amendments.ts";
export type {
  AgendaKind,
  AgendaLine,
  AgendaView,
  CalledAmendment,
  ConsoleAct,
  ConsoleBallot,
  ConsoleEffect,
  ConsoleSubject,
  ConsoleText,
  ConsoleView,
  Ending,
  Moment,
  NowView,
  Scene,
  ScreenShows,
  ScreenView,
  TextLine,
} from "./plenary.ts";
export type {
  DeclarationsView,
  DeclarationView,
  JournalLine,
  JournalView,
  MinutesSentence,
  MinutesView,
  Signatory,
  Signing,
  VoteLine,
} from "./declarations.ts";
