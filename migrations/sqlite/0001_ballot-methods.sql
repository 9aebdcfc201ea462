ALTER TABLE `ballots` ADD `method` text DEFAULT 'yes-no' NOT NULL;
--> statement-breakpoint
ALTER TABLE `ballots` ADD `optionCount` integer;
--> statement-breakpoint
ALTER TABLE `ballots` ADD `optionsWords` text;
--> statement-breakpoint
ALTER TABLE `ballots` ADD `seats` integer;
--> statement-breakpoint
ALTER TABLE `ballots` ADD `unit` text DEFAULT 'delegation' NOT NULL;
--> statement-breakpoint
ALTER TABLE `ballots` ADD `secrecy` text DEFAULT 'public' NOT NULL;
