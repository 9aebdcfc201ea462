CREATE TABLE `counts` (
	`ballot` text NOT NULL,
	`ordinal` integer NOT NULL,
	`channel` text NOT NULL,
	`zone` integer NOT NULL,
	`inFavour` integer NOT NULL,
	`against` integer NOT NULL,
	`abstention` integer NOT NULL,
	`notTakingPart` integer NOT NULL,
	`enteredBy` text NOT NULL,
	`atMs` integer NOT NULL,
	PRIMARY KEY(`ballot`, `ordinal`),
	FOREIGN KEY (`ballot`) REFERENCES `ballots`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
ALTER TABLE `delegations` ADD `votesBy` text DEFAULT 'phone' NOT NULL;
--> statement-breakpoint
ALTER TABLE `delegations` ADD `zone` integer DEFAULT 1 NOT NULL;
