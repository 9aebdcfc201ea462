ALTER TABLE "revisions" ADD COLUMN "onRevision" bigint;
