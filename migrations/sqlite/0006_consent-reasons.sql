ALTER TABLE `ballots` ADD `step` text;
--> statement-breakpoint
ALTER TABLE `votes` ADD `reasonHash` text;
