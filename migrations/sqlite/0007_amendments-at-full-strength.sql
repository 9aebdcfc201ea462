CREATE TABLE `cosignatures` (
	`amendment` text NOT NULL,
	`delegation` text NOT NULL,
	`revision` integer NOT NULL,
	`signedAtMs` integer NOT NULL,
	PRIMARY KEY(`amendment`, `delegation`, `revision`),
	FOREIGN KEY (`amendment`) REFERENCES `amendments`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `opinions` (
	`amendment` text NOT NULL,
	`delegation` text NOT NULL,
	`revision` integer NOT NULL,
	`opinion` text NOT NULL,
	`reasonWords` text,
	`saidAtMs` integer NOT NULL,
	PRIMARY KEY(`amendment`, `delegation`),
	FOREIGN KEY (`amendment`) REFERENCES `amendments`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `comments` (
	`id` text PRIMARY KEY NOT NULL,
	`amendment` text NOT NULL,
	`delegation` text NOT NULL,
	`participant` text NOT NULL,
	`words` text NOT NULL,
	`saidAtMs` integer NOT NULL,
	FOREIGN KEY (`amendment`) REFERENCES `amendments`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `comments_amendment_index` ON `comments` (`amendment`);
--> statement-breakpoint
CREATE TABLE `amending` (
	`text` text PRIMARY KEY NOT NULL,
	`untilMs` integer,
	`runningOrder` text,
	FOREIGN KEY (`text`) REFERENCES `texts`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
DROP INDEX `amendments_gathering_number`;
--> statement-breakpoint
ALTER TABLE `amendments` ADD `sub` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE `amendments` ADD `parent` text;
--> statement-breakpoint
ALTER TABLE `amendments` ADD `reasonWords` text;
--> statement-breakpoint
CREATE UNIQUE INDEX `amendments_gathering_number_sub` ON `amendments` (`gathering`,`number`,`sub`);
--> statement-breakpoint
ALTER TABLE `gatherings` ADD `supporters` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE `revisions` ADD `divisible` integer DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE `revisions` ADD `origin` text DEFAULT 'submitted' NOT NULL;
--> statement-breakpoint
ALTER TABLE `revisions` ADD `made` text;
