CREATE TABLE "cosignatures" (
	"amendment" text COLLATE "C" NOT NULL,
	"delegation" text COLLATE "C" NOT NULL,
	"revision" bigint NOT NULL,
	"signedAtMs" bigint NOT NULL,
	CONSTRAINT "cosignatures_amendment_delegation_revision_pk" PRIMARY KEY("amendment","delegation","revision")
);

--> statement-breakpoint
CREATE TABLE "opinions" (
	"amendment" text COLLATE "C" NOT NULL,
	"delegation" text COLLATE "C" NOT NULL,
	"revision" bigint NOT NULL,
	"opinion" text COLLATE "C" NOT NULL,
	"reasonWords" text COLLATE "C",
	"saidAtMs" bigint NOT NULL,
	CONSTRAINT "opinions_amendment_delegation_pk" PRIMARY KEY("amendment","delegation")
);

--> statement-breakpoint
CREATE TABLE "comments" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"amendment" text COLLATE "C" NOT NULL,
	"delegation" text COLLATE "C" NOT NULL,
	"participant" text COLLATE "C" NOT NULL,
	"words" text COLLATE "C" NOT NULL,
	"saidAtMs" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "amending" (
	"text" text COLLATE "C" PRIMARY KEY NOT NULL,
	"untilMs" bigint,
	"runningOrder" text COLLATE "C"
);

--> statement-breakpoint
DROP INDEX "amendments_gathering_number";
--> statement-breakpoint
ALTER TABLE "gatherings" ADD COLUMN "supporters" bigint DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "amendments" ADD COLUMN "sub" bigint DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "amendments" ADD COLUMN "parent" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "amendments" ADD COLUMN "reasonWords" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "divisible" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "origin" text COLLATE "C" DEFAULT 'submitted' NOT NULL;
--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "made" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "cosignatures" ADD CONSTRAINT "cosignatures_amendment_fk" FOREIGN KEY ("amendment") REFERENCES "public"."amendments"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_amendment_fk" FOREIGN KEY ("amendment") REFERENCES "public"."amendments"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_amendment_fk" FOREIGN KEY ("amendment") REFERENCES "public"."amendments"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "amending" ADD CONSTRAINT "amending_text_fk" FOREIGN KEY ("text") REFERENCES "public"."texts"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "comments_amendment_index" ON "comments" USING btree ("amendment");
--> statement-breakpoint
CREATE UNIQUE INDEX "amendments_gathering_number_sub" ON "amendments" USING btree ("gathering","number","sub");
