CREATE TABLE "chronicles" (
	"text" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"map" text COLLATE "C" NOT NULL,
	"moments" text COLLATE "C" NOT NULL
);

--> statement-breakpoint
CREATE TABLE "milestones" (
	"text" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"name" text COLLATE "C",
	"restores" bigint,
	CONSTRAINT "milestones_text_version_pk" PRIMARY KEY("text","version")
);

--> statement-breakpoint
ALTER TABLE "chronicles" ADD CONSTRAINT "chronicles_text_fk" FOREIGN KEY ("text") REFERENCES "public"."texts"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_text_fk" FOREIGN KEY ("text") REFERENCES "public"."texts"("id") ON DELETE no action ON UPDATE no action;
