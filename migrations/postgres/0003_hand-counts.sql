CREATE TABLE "counts" (
	"ballot" text COLLATE "C" NOT NULL,
	"ordinal" bigint NOT NULL,
	"channel" text COLLATE "C" NOT NULL,
	"zone" bigint NOT NULL,
	"inFavour" bigint NOT NULL,
	"against" bigint NOT NULL,
	"abstention" bigint NOT NULL,
	"notTakingPart" bigint NOT NULL,
	"enteredBy" text COLLATE "C" NOT NULL,
	"atMs" bigint NOT NULL,
	CONSTRAINT "counts_ballot_ordinal_pk" PRIMARY KEY("ballot","ordinal")
);

--> statement-breakpoint
ALTER TABLE "delegations" ADD COLUMN "votesBy" text COLLATE "C" DEFAULT 'phone' NOT NULL;
--> statement-breakpoint
ALTER TABLE "delegations" ADD COLUMN "zone" bigint DEFAULT 1 NOT NULL;
--> statement-breakpoint
ALTER TABLE "counts" ADD CONSTRAINT "counts_ballot_fk" FOREIGN KEY ("ballot") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;
