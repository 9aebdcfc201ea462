CREATE TABLE `chronicles` (
	`text` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`map` text NOT NULL,
	`moments` text NOT NULL,
	FOREIGN KEY (`text`) REFERENCES `texts`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `milestones` (
	`text` text NOT NULL,
	`version` integer NOT NULL,
	`name` text,
	`restores` integer,
	PRIMARY KEY(`text`, `version`),
	FOREIGN KEY (`text`) REFERENCES `texts`(`id`) ON UPDATE no action ON DELETE no action
);

