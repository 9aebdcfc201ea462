ALTER TABLE "delegations" ADD COLUMN "excused" boolean DEFAULT false NOT NULL;
