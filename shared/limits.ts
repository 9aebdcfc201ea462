/** Every size, queue and wait that Cahier accepts. Bytes, characters (UTF-16 units), counts and milliseconds, as named. */
export const limits = {
  frameBytes: 256 * 1024,
  stepsPerPush: 500,
  textCharacters: 400 * 1024,
  paragraphCharacters: 20_000,
  nestingLevels: 16,
  rationaleCharacters: 5_000,
  opinionReasonCharacters: 1_000,
  /** Said under amendments: the length, how many one person says in a minute, how many are shown and how many there may be. */
  commentCharacters: 1_000,
  commentsPerMinute: 6,
  commentsShown: 50,
  commentsPerAmendment: 500,
  /** Of an amendment's own words, in lists. */
  gistCharacters: 60,
  /** Of all change sets that a composing page is told, to hold its own against. */
  othersCharacters: 400_000,
  nameCharacters: 120,
  questionCharacters: 500,
  optionsPerBallot: 50,
  /** Of a vote: a ranking of all options, or a grade for each, is the longest. */
  choiceCharacters: 1_000,
  /** Zones of the hall in which hands are counted, and boxes of papers. */
  zones: 12,
  boxes: 4,
  papersPerPrint: 480,
  countsPerBallot: 500,
  idCharacters: 64,
  amendmentsPerBlock: 100,
  /** Co-signatures that a gathering may require of an amendment. */
  supporters: 50,
  agendaItems: 200,
  daysPerGathering: 14,
  requestKeyCharacters: 64,
  formBytes: 64 * 1024,
  /** A whole text as JSON, beside a rationale. */
  amendmentBytes: 2 * 1024 * 1024,
  /** A sheaf of amendments that is given in, with the versions that it was written on. */
  sheafBytes: 16 * 1024 * 1024,
  amendmentsPerSheaf: 1_000,
  socketsPerSession: 8,
  socketsWithoutSession: 10_000,
  textsPerSocket: 8,
  pushesPerSecondPerClient: 20,
  /** Names of sheets that are remembered of a text in writing. */
  pageNamesPerText: 10_000,
  waitingPushesPerText: 2_000,
  delegationsPerPaste: 500,
  /** Votes that a voter may carry for others, beside their own. */
  proxiesPerHolder: 2,
  /** What a count by hand can reach. */
  delegationsPerGathering: 10_000,
  peoplePerDelegation: 20,
  wrongCodesPerSecond: 20,
  sessionRequestsPer10s: 300,
  publicRequestsPer10s: 20_000,
  recentVersionsInMemory: 500,
  resumeCommits: 5_000,
  commitsPerFrame: 500,
  /** A text is told as it was drawn, with so many commits beside it at most, before it is drawn anew. */
  commitsBesideSnapshot: 50,
  /** Who only reads a text is told of what changes once in so long. */
  readersPauseMs: 150,
  snapshotEveryCommits: 200,
  namedVersionsPerText: 500,
  /** What was taken away of a text and is remembered in case it comes back: in all, and in how many places. */
  goneCharacters: 100_000,
  gonePieces: 500,
  /** Commits of a text told at once of who wrote what, and how long until the next: nobody waits for it. */
  chronicleCommits: 100,
  chroniclePauseMs: 1_000,
  entriesPerFrame: 500,
  /** Amendments of which one reads at once what the text would be with them; and without a seat: it takes a while. */
  amendmentsTried: 40,
  amendmentsTriedByPublic: 10,
  /** Votes written to disk at once, and those that may wait for it. */
  actsPerUnitOfWork: 500,
  turnoutPauseMs: 250,
  waitingGroupedActs: 20_000,
  waitingUnitsOfWork: 10_000,
  databaseConnectMs: 10_000,
  databaseStatementMs: 30_000,
  unsentBytesPerSocket: 1024 * 1024,
} as const;
