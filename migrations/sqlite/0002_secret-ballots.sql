CREATE TABLE `marks` (
	`ballot` text NOT NULL,
	`voter` text NOT NULL,
	`requestKey` text NOT NULL,
	`entered` integer NOT NULL,
	`castBy` text NOT NULL,
	`atMs` integer NOT NULL,
	`receipt` text NOT NULL,
	PRIMARY KEY(`ballot`, `voter`),
	FOREIGN KEY (`ballot`) REFERENCES `ballots`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `marks_ballot_requestKey` ON `marks` (`ballot`,`requestKey`);
--> statement-breakpoint
CREATE TABLE `choices` (
	`ballot` text NOT NULL,
	`key` text NOT NULL,
	`choice` text NOT NULL,
	PRIMARY KEY(`ballot`, `key`),
	FOREIGN KEY (`ballot`) REFERENCES `ballots`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `ballots` ADD `leastVotes` integer;
--> statement-breakpoint
ALTER TABLE `ballots` ADD `unencryptedWords` text;
--> statement-breakpoint
ALTER TABLE `ballots` ADD `choices` text;
--> statement-breakpoint
ALTER TABLE `ballots` ADD `unscrubbed` integer DEFAULT false NOT NULL;
