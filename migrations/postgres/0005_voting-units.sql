ALTER TABLE "delegations" ADD COLUMN "proxy" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "delegations" ADD COLUMN "mandate" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "delegations" ADD COLUMN "mandateNote" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "participants" ADD COLUMN "proxy" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "weights" text COLLATE "C" DEFAULT 'one' NOT NULL;
--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "proxies" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "split" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
UPDATE "participants" SET "checkedIn" = true WHERE "delegation" IN (SELECT "id" FROM "delegations" WHERE "state" = 'present');
