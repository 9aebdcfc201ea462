ALTER TABLE "ballots" ADD COLUMN "step" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "votes" ADD COLUMN "reasonHash" text COLLATE "C";
