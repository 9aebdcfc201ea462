export type { Me, Shell, ShellRefusal } from "./shell.ts";
export type { BlockChange, ProseBlock, ProseRun, TextPlace } from "./prose.ts";
export { moveWords } from "./move-words.ts";
export type { CreateView } from "./entrance.ts";
export type { DelegateLine, DelegationDeskView, DelegationLine, DelegationListView, DeskView } from "./desk.ts";
export type {
  CodeCard,
  CodeSheetView,
  CodesView,
  DelegationSeats,
  MeView,
  RoleLine,
  SeatLine,
  SettingsView,
  WelcomeView,
} from "./seats.ts";
export type { EnterView, HomeView, RefusalView } from "./people.ts";
export type {
  AmendmentName,
  BallotCard,
  AnnulOffer,
  AnnulledView,
  BallotFacts,
  BallotStage,
  BallotView,
  BlockItem,
  CastVote,
  Consequence,
  HandCountsView,
  MyVote,
  ResultView,
  RollLine,
  RollView,
  StatedReason,
  StationLine,
  StationStanding,
  StationView,
  SubjectView,
  TellerTable,
  TypedReasons,
  VotingPapersView,
} from "./ballots.ts";
export type {
  AmendmentFault,
  AmendmentLine,
  AmendmentsFilter,
  AmendmentsView,
  AmendmentSheet,
  AmendmentState,
  AmendmentView,
  AmendingDeadline,
  CommentLine,
  DiscussionView,
  OpinionLine,
  Opining,
  RevisionView,
  AmendView,
  WaitingAmendments,
  SubAmending,
  WhatIfLine,
  WhatIfView,
} from "./amendments.ts";
export type {
  AgendaDay,
  AgendaLine,
  AgendaView,
  CalledAmendment,
  ConsoleAct,
  FollowUp,
  ConsoleBallot,
  ConsoleEffect,
  ConsoleSubject,
  ConsoleText,
  ConsoleView,
  Ending,
  Moment,
  NowView,
  Scene,
  ScreenView,
  DeclarationLine,
  TextLine,
} from "./plenary.ts";
export type {
  DeclarationsView,
  DeclarationView,
  JournalLine,
  JournalView,
  MinutesSentence,
  MinutesView,
  Signing,
  VoteLine,
} from "./declarations.ts";
export type { ImportLine, SheafImportView, SheafSheet, SheafView } from "./sheaf.ts";
export type {
  CompareView,
  HandView,
  HistoryText,
  HistoryView,
  VersionName,
  VersionView,
  WhoBlock,
  WhoView,
} from "./history.ts";
export { whoBlocks } from "./who-blocks.ts";
export { paperOf, type PaperBlock, type PaperLine, type TextPaperView } from "./text-paper.ts";
export { plainProse } from "./plain-prose.ts";
export { statesOfList, type ListState } from "./list-states.ts";
export { proseOf } from "./redline-prose.ts";
export { proseOfText, titleOfText } from "./prose-of-text.ts";
export type { Amending, TextFactsView, TextsView, TextView, WriteView } from "./texts.ts";
