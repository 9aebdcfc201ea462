CREATE TABLE `installation` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);

--> statement-breakpoint
CREATE TABLE `gatherings` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`place` text NOT NULL,
	`firstDay` text NOT NULL,
	`timeZone` text NOT NULL,
	`language` text NOT NULL,
	`template` text NOT NULL,
	`draftPublic` integer DEFAULT false NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`amendmentCount` integer DEFAULT 0 NOT NULL,
	`ballotCount` integer DEFAULT 0 NOT NULL,
	`headSequence` integer DEFAULT 0 NOT NULL,
	`headHash` text DEFAULT '0000000000000000000000000000000000000000000000000000000000000000' NOT NULL,
	`lastAtMs` integer DEFAULT 0 NOT NULL,
	`screen` text DEFAULT 'auto' NOT NULL,
	`createdAtMs` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `gatherings_slug` ON `gatherings` (`slug`);
--> statement-breakpoint
CREATE TABLE `creationLinks` (
	`hash` text PRIMARY KEY NOT NULL,
	`usedAtMs` integer
);

--> statement-breakpoint
CREATE TABLE `journal` (
	`gathering` text NOT NULL,
	`sequence` integer NOT NULL,
	`hash` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`gathering`, `sequence`),
	FOREIGN KEY (`gathering`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `words` (
	`id` text PRIMARY KEY NOT NULL,
	`gathering` text NOT NULL,
	`kind` text NOT NULL,
	`salt` text NOT NULL,
	`text` text,
	`hash` text NOT NULL,
	FOREIGN KEY (`gathering`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `words_gathering_hash_index` ON `words` (`gathering`,`hash`);
--> statement-breakpoint
CREATE TABLE `delegations` (
	`id` text PRIMARY KEY NOT NULL,
	`gathering` text NOT NULL,
	`name` text NOT NULL,
	`delegates` integer NOT NULL,
	`observers` integer NOT NULL,
	`state` text DEFAULT 'admitted' NOT NULL,
	`ordinal` integer NOT NULL,
	FOREIGN KEY (`gathering`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `delegations_gathering_ordinal` ON `delegations` (`gathering`,`ordinal`);
--> statement-breakpoint
CREATE TABLE `participants` (
	`id` text PRIMARY KEY NOT NULL,
	`gathering` text NOT NULL,
	`name` text,
	`delegation` text,
	`contact` text,
	`checkedIn` integer DEFAULT false NOT NULL,
	`createdAtMs` integer NOT NULL,
	`erased` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`gathering`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`delegation`) REFERENCES `delegations`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `participants_gathering_index` ON `participants` (`gathering`);
--> statement-breakpoint
CREATE INDEX `participants_delegation_index` ON `participants` (`delegation`);
--> statement-breakpoint
CREATE TABLE `grants` (
	`participant` text NOT NULL,
	`role` text NOT NULL,
	`delegation` text,
	`text` text,
	FOREIGN KEY (`participant`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `grants_participant_index` ON `grants` (`participant`);
--> statement-breakpoint
CREATE TABLE `codes` (
	`id` text PRIMARY KEY NOT NULL,
	`gathering` text NOT NULL,
	`participant` text NOT NULL,
	`hmac` text NOT NULL,
	`state` text DEFAULT 'issued' NOT NULL,
	`issuedAtMs` integer NOT NULL,
	FOREIGN KEY (`gathering`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`participant`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `codes_hmac` ON `codes` (`hmac`);
--> statement-breakpoint
CREATE INDEX `codes_gathering_index` ON `codes` (`gathering`);
--> statement-breakpoint
CREATE INDEX `codes_participant_index` ON `codes` (`participant`);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`hash` text PRIMARY KEY NOT NULL,
	`gathering` text NOT NULL,
	`participant` text NOT NULL,
	`createdAtMs` integer NOT NULL,
	`endedAtMs` integer,
	`endedBecause` text,
	FOREIGN KEY (`gathering`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`participant`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `sessions_participant_index` ON `sessions` (`participant`);
--> statement-breakpoint
CREATE TABLE `texts` (
	`id` text PRIMARY KEY NOT NULL,
	`gathering` text NOT NULL,
	`title` text NOT NULL,
	`language` text NOT NULL,
	`ordinal` integer NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`version` integer DEFAULT 0 NOT NULL,
	`head` text DEFAULT '0000000000000000000000000000000000000000000000000000000000000000' NOT NULL,
	`tabledVersion` integer,
	`tabledHead` text,
	`tabledHash` text,
	`votedVersion` integer,
	`votedHead` text,
	`votedHash` text,
	`ballot` text,
	`handedOver` integer DEFAULT false NOT NULL,
	`writeCodeHmac` text,
	FOREIGN KEY (`gathering`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `texts_gathering_ordinal` ON `texts` (`gathering`,`ordinal`);
--> statement-breakpoint
CREATE UNIQUE INDEX `texts_writeCodeHmac` ON `texts` (`writeCodeHmac`);
--> statement-breakpoint
CREATE TABLE `commits` (
	`text` text NOT NULL,
	`version` integer NOT NULL,
	`hash` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`text`, `version`),
	FOREIGN KEY (`text`) REFERENCES `texts`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `pushes` (
	`text` text NOT NULL,
	`client` text NOT NULL,
	`sequence` integer NOT NULL,
	`version` integer NOT NULL,
	`dropped` integer NOT NULL,
	`stepsHash` text NOT NULL,
	PRIMARY KEY(`text`, `client`, `sequence`),
	FOREIGN KEY (`text`) REFERENCES `texts`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `pushes_text_version_index` ON `pushes` (`text`,`version`);
--> statement-breakpoint
CREATE TABLE `snapshots` (
	`text` text NOT NULL,
	`version` integer NOT NULL,
	`doc` text NOT NULL,
	PRIMARY KEY(`text`, `version`),
	FOREIGN KEY (`text`) REFERENCES `texts`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `ballots` (
	`id` text PRIMARY KEY NOT NULL,
	`gathering` text NOT NULL,
	`item` text NOT NULL,
	`state` text DEFAULT 'prepared' NOT NULL,
	`subjectKind` text NOT NULL,
	`subject` text NOT NULL,
	`subjectHash` text NOT NULL,
	`questionWords` text NOT NULL,
	`rule` text NOT NULL,
	`replaces` text,
	`number` integer,
	`head` text,
	`hash` text,
	`openedAtMs` integer,
	`present` integer,
	`lastCall` integer DEFAULT false NOT NULL,
	`closedAtMs` integer,
	`tally` text,
	`marksHash` text,
	`votesHash` text,
	`outcome` text,
	`declaredAtMs` integer,
	`cancelledAtMs` integer,
	`reasonWords` text,
	FOREIGN KEY (`gathering`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `ballots_gathering_number` ON `ballots` (`gathering`,`number`);
--> statement-breakpoint
CREATE UNIQUE INDEX `ballots_gathering_item` ON `ballots` (`gathering`,`item`) WHERE "state" = 'open';
--> statement-breakpoint
CREATE TABLE `roll` (
	`ballot` text NOT NULL,
	`voter` text NOT NULL,
	`entry` text NOT NULL,
	PRIMARY KEY(`ballot`, `voter`),
	FOREIGN KEY (`ballot`) REFERENCES `ballots`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `votes` (
	`ballot` text NOT NULL,
	`ordinal` integer NOT NULL,
	`voter` text NOT NULL,
	`requestKey` text NOT NULL,
	`choice` text NOT NULL,
	`entered` integer NOT NULL,
	`castBy` text NOT NULL,
	`atMs` integer NOT NULL,
	`receipt` text NOT NULL,
	PRIMARY KEY(`ballot`, `ordinal`),
	FOREIGN KEY (`ballot`) REFERENCES `ballots`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `votes_ballot_requestKey` ON `votes` (`ballot`,`requestKey`);
--> statement-breakpoint
CREATE INDEX `votes_ballot_voter_index` ON `votes` (`ballot`,`voter`);
--> statement-breakpoint
CREATE TABLE `amendments` (
	`id` text PRIMARY KEY NOT NULL,
	`gathering` text NOT NULL,
	`number` integer NOT NULL,
	`text` text NOT NULL,
	`delegation` text NOT NULL,
	`state` text DEFAULT 'submitted' NOT NULL,
	`standing` text DEFAULT 'live' NOT NULL,
	`standingBy` text,
	`reduced` integer DEFAULT false NOT NULL,
	`altered` integer DEFAULT false NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`calledAtMs` integer,
	`ballot` text,
	`adoptedVersion` integer,
	`outline` text NOT NULL,
	FOREIGN KEY (`gathering`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`text`) REFERENCES `texts`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `amendments_gathering_number` ON `amendments` (`gathering`,`number`);
--> statement-breakpoint
CREATE INDEX `amendments_text_index` ON `amendments` (`text`);
--> statement-breakpoint
CREATE TABLE `revisions` (
	`amendment` text NOT NULL,
	`revision` integer NOT NULL,
	`baseVersion` integer NOT NULL,
	`baseHead` text NOT NULL,
	`changes` text NOT NULL,
	`hash` text NOT NULL,
	`rationaleWords` text,
	`submittedAtMs` integer NOT NULL,
	PRIMARY KEY(`amendment`, `revision`),
	FOREIGN KEY (`amendment`) REFERENCES `amendments`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `agenda` (
	`id` text PRIMARY KEY NOT NULL,
	`gathering` text NOT NULL,
	`position` integer NOT NULL,
	`day` integer NOT NULL,
	`startMinutes` integer,
	`endMinutes` integer,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`note` text,
	`text` text,
	`fieldsWords` text NOT NULL,
	`state` text DEFAULT 'planned' NOT NULL,
	FOREIGN KEY (`gathering`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `agenda_gathering_index` ON `agenda` (`gathering`);
--> statement-breakpoint
CREATE UNIQUE INDEX `agenda_gathering` ON `agenda` (`gathering`) WHERE "state" = 'current';
--> statement-breakpoint
CREATE TABLE `signatures` (
	`text` text NOT NULL,
	`delegation` text NOT NULL,
	`state` text NOT NULL,
	`reservationWords` text,
	`atMs` integer NOT NULL,
	PRIMARY KEY(`text`, `delegation`),
	FOREIGN KEY (`text`) REFERENCES `texts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`delegation`) REFERENCES `delegations`(`id`) ON UPDATE no action ON DELETE no action
);

