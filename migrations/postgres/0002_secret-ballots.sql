CREATE TABLE "marks" (
	"ballot" text COLLATE "C" NOT NULL,
	"voter" text COLLATE "C" NOT NULL,
	"requestKey" text COLLATE "C" NOT NULL,
	"entered" boolean NOT NULL,
	"castBy" text COLLATE "C" NOT NULL,
	"atMs" bigint NOT NULL,
	"receipt" text COLLATE "C" NOT NULL,
	CONSTRAINT "marks_ballot_voter_pk" PRIMARY KEY("ballot","voter")
);

--> statement-breakpoint
CREATE TABLE "choices" (
	"ballot" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"choice" text COLLATE "C" NOT NULL,
	CONSTRAINT "choices_ballot_key_pk" PRIMARY KEY("ballot","key")
);

--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "leastVotes" bigint;
--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "unencryptedWords" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "choices" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "unscrubbed" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE "marks" ADD CONSTRAINT "marks_ballot_fk" FOREIGN KEY ("ballot") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "choices" ADD CONSTRAINT "choices_ballot_fk" FOREIGN KEY ("ballot") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "marks_ballot_requestKey" ON "marks" USING btree ("ballot","requestKey");
