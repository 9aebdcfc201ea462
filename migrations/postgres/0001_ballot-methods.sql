ALTER TABLE "ballots" ADD COLUMN "method" text COLLATE "C" DEFAULT 'yes-no' NOT NULL;
--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "optionCount" bigint;
--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "optionsWords" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "seats" bigint;
--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "unit" text COLLATE "C" DEFAULT 'delegation' NOT NULL;
--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "secrecy" text COLLATE "C" DEFAULT 'public' NOT NULL;
