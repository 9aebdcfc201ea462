ALTER TABLE `delegations` ADD `proxy` text;
--> statement-breakpoint
ALTER TABLE `delegations` ADD `mandate` text;
--> statement-breakpoint
ALTER TABLE `delegations` ADD `mandateNote` text;
--> statement-breakpoint
ALTER TABLE `participants` ADD `proxy` text;
--> statement-breakpoint
ALTER TABLE `ballots` ADD `weights` text DEFAULT 'one' NOT NULL;
--> statement-breakpoint
ALTER TABLE `ballots` ADD `proxies` integer DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE `ballots` ADD `split` integer DEFAULT false NOT NULL;
--> statement-breakpoint
UPDATE `participants` SET `checkedIn` = 1 WHERE `delegation` IN (SELECT `id` FROM `delegations` WHERE `state` = 'present');
