CREATE TABLE "installation" (
	"key" text COLLATE "C" PRIMARY KEY NOT NULL,
	"value" text COLLATE "C" NOT NULL
);

--> statement-breakpoint
CREATE TABLE "gatherings" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"slug" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"place" text COLLATE "C" NOT NULL,
	"firstDay" text COLLATE "C" NOT NULL,
	"timeZone" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"template" text COLLATE "C" NOT NULL,
	"draftPublic" boolean DEFAULT false NOT NULL,
	"state" text COLLATE "C" DEFAULT 'open' NOT NULL,
	"amendmentCount" bigint DEFAULT 0 NOT NULL,
	"ballotCount" bigint DEFAULT 0 NOT NULL,
	"headSequence" bigint DEFAULT 0 NOT NULL,
	"headHash" text COLLATE "C" DEFAULT '0000000000000000000000000000000000000000000000000000000000000000' NOT NULL,
	"lastAtMs" bigint DEFAULT 0 NOT NULL,
	"screen" text COLLATE "C" DEFAULT 'auto' NOT NULL,
	"createdAtMs" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "creationLinks" (
	"hash" text COLLATE "C" PRIMARY KEY NOT NULL,
	"usedAtMs" bigint
);

--> statement-breakpoint
CREATE TABLE "journal" (
	"gathering" text COLLATE "C" NOT NULL,
	"sequence" bigint NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"body" text COLLATE "C" NOT NULL,
	CONSTRAINT "journal_gathering_sequence_pk" PRIMARY KEY("gathering","sequence")
);

--> statement-breakpoint
CREATE TABLE "words" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"gathering" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"salt" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C",
	"hash" text COLLATE "C" NOT NULL
);

--> statement-breakpoint
CREATE TABLE "delegations" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"gathering" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"delegates" bigint NOT NULL,
	"observers" bigint NOT NULL,
	"state" text COLLATE "C" DEFAULT 'admitted' NOT NULL,
	"ordinal" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "participants" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"gathering" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C",
	"delegation" text COLLATE "C",
	"contact" text COLLATE "C",
	"checkedIn" boolean DEFAULT false NOT NULL,
	"createdAtMs" bigint NOT NULL,
	"erased" boolean DEFAULT false NOT NULL
);

--> statement-breakpoint
CREATE TABLE "grants" (
	"participant" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"delegation" text COLLATE "C",
	"text" text COLLATE "C"
);

--> statement-breakpoint
CREATE TABLE "codes" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"gathering" text COLLATE "C" NOT NULL,
	"participant" text COLLATE "C" NOT NULL,
	"hmac" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" DEFAULT 'issued' NOT NULL,
	"issuedAtMs" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "sessions" (
	"hash" text COLLATE "C" PRIMARY KEY NOT NULL,
	"gathering" text COLLATE "C" NOT NULL,
	"participant" text COLLATE "C" NOT NULL,
	"createdAtMs" bigint NOT NULL,
	"endedAtMs" bigint,
	"endedBecause" text COLLATE "C"
);

--> statement-breakpoint
CREATE TABLE "texts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"gathering" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"ordinal" bigint NOT NULL,
	"state" text COLLATE "C" DEFAULT 'draft' NOT NULL,
	"version" bigint DEFAULT 0 NOT NULL,
	"head" text COLLATE "C" DEFAULT '0000000000000000000000000000000000000000000000000000000000000000' NOT NULL,
	"tabledVersion" bigint,
	"tabledHead" text COLLATE "C",
	"tabledHash" text COLLATE "C",
	"votedVersion" bigint,
	"votedHead" text COLLATE "C",
	"votedHash" text COLLATE "C",
	"ballot" text COLLATE "C",
	"handedOver" boolean DEFAULT false NOT NULL,
	"writeCodeHmac" text COLLATE "C"
);

--> statement-breakpoint
CREATE TABLE "commits" (
	"text" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"body" text COLLATE "C" NOT NULL,
	CONSTRAINT "commits_text_version_pk" PRIMARY KEY("text","version")
);

--> statement-breakpoint
CREATE TABLE "pushes" (
	"text" text COLLATE "C" NOT NULL,
	"client" text COLLATE "C" NOT NULL,
	"sequence" bigint NOT NULL,
	"version" bigint NOT NULL,
	"dropped" boolean NOT NULL,
	"stepsHash" text COLLATE "C" NOT NULL,
	CONSTRAINT "pushes_text_client_sequence_pk" PRIMARY KEY("text","client","sequence")
);

--> statement-breakpoint
CREATE TABLE "snapshots" (
	"text" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"doc" text COLLATE "C" NOT NULL,
	CONSTRAINT "snapshots_text_version_pk" PRIMARY KEY("text","version")
);

--> statement-breakpoint
CREATE TABLE "ballots" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"gathering" text COLLATE "C" NOT NULL,
	"item" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" DEFAULT 'prepared' NOT NULL,
	"subjectKind" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"subjectHash" text COLLATE "C" NOT NULL,
	"questionWords" text COLLATE "C" NOT NULL,
	"rule" text COLLATE "C" NOT NULL,
	"replaces" text COLLATE "C",
	"number" bigint,
	"head" text COLLATE "C",
	"hash" text COLLATE "C",
	"openedAtMs" bigint,
	"present" bigint,
	"lastCall" boolean DEFAULT false NOT NULL,
	"closedAtMs" bigint,
	"tally" text COLLATE "C",
	"marksHash" text COLLATE "C",
	"votesHash" text COLLATE "C",
	"outcome" text COLLATE "C",
	"declaredAtMs" bigint,
	"cancelledAtMs" bigint,
	"reasonWords" text COLLATE "C"
);

--> statement-breakpoint
CREATE TABLE "roll" (
	"ballot" text COLLATE "C" NOT NULL,
	"voter" text COLLATE "C" NOT NULL,
	"entry" text COLLATE "C" NOT NULL,
	CONSTRAINT "roll_ballot_voter_pk" PRIMARY KEY("ballot","voter")
);

--> statement-breakpoint
CREATE TABLE "votes" (
	"ballot" text COLLATE "C" NOT NULL,
	"ordinal" bigint NOT NULL,
	"voter" text COLLATE "C" NOT NULL,
	"requestKey" text COLLATE "C" NOT NULL,
	"choice" text COLLATE "C" NOT NULL,
	"entered" boolean NOT NULL,
	"castBy" text COLLATE "C" NOT NULL,
	"atMs" bigint NOT NULL,
	"receipt" text COLLATE "C" NOT NULL,
	CONSTRAINT "votes_ballot_ordinal_pk" PRIMARY KEY("ballot","ordinal")
);

--> statement-breakpoint
CREATE TABLE "amendments" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"gathering" text COLLATE "C" NOT NULL,
	"number" bigint NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"delegation" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" DEFAULT 'submitted' NOT NULL,
	"standing" text COLLATE "C" DEFAULT 'live' NOT NULL,
	"standingBy" text COLLATE "C",
	"reduced" boolean DEFAULT false NOT NULL,
	"altered" boolean DEFAULT false NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL,
	"calledAtMs" bigint,
	"ballot" text COLLATE "C",
	"adoptedVersion" bigint,
	"outline" text COLLATE "C" NOT NULL
);

--> statement-breakpoint
CREATE TABLE "revisions" (
	"amendment" text COLLATE "C" NOT NULL,
	"revision" bigint NOT NULL,
	"baseVersion" bigint NOT NULL,
	"baseHead" text COLLATE "C" NOT NULL,
	"changes" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"rationaleWords" text COLLATE "C",
	"submittedAtMs" bigint NOT NULL,
	CONSTRAINT "revisions_amendment_revision_pk" PRIMARY KEY("amendment","revision")
);

--> statement-breakpoint
CREATE TABLE "agenda" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"gathering" text COLLATE "C" NOT NULL,
	"position" bigint NOT NULL,
	"day" bigint NOT NULL,
	"startMinutes" bigint,
	"endMinutes" bigint,
	"title" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C",
	"text" text COLLATE "C",
	"fieldsWords" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" DEFAULT 'planned' NOT NULL
);

--> statement-breakpoint
CREATE TABLE "signatures" (
	"text" text COLLATE "C" NOT NULL,
	"delegation" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"reservationWords" text COLLATE "C",
	"atMs" bigint NOT NULL,
	CONSTRAINT "signatures_text_delegation_pk" PRIMARY KEY("text","delegation")
);

--> statement-breakpoint
ALTER TABLE "journal" ADD CONSTRAINT "journal_gathering_fk" FOREIGN KEY ("gathering") REFERENCES "public"."gatherings"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "words" ADD CONSTRAINT "words_gathering_fk" FOREIGN KEY ("gathering") REFERENCES "public"."gatherings"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_gathering_fk" FOREIGN KEY ("gathering") REFERENCES "public"."gatherings"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_gathering_fk" FOREIGN KEY ("gathering") REFERENCES "public"."gatherings"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_delegation_fk" FOREIGN KEY ("delegation") REFERENCES "public"."delegations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_participant_fk" FOREIGN KEY ("participant") REFERENCES "public"."participants"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "codes" ADD CONSTRAINT "codes_gathering_fk" FOREIGN KEY ("gathering") REFERENCES "public"."gatherings"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "codes" ADD CONSTRAINT "codes_participant_fk" FOREIGN KEY ("participant") REFERENCES "public"."participants"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_gathering_fk" FOREIGN KEY ("gathering") REFERENCES "public"."gatherings"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_participant_fk" FOREIGN KEY ("participant") REFERENCES "public"."participants"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "texts" ADD CONSTRAINT "texts_gathering_fk" FOREIGN KEY ("gathering") REFERENCES "public"."gatherings"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "commits" ADD CONSTRAINT "commits_text_fk" FOREIGN KEY ("text") REFERENCES "public"."texts"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "pushes" ADD CONSTRAINT "pushes_text_fk" FOREIGN KEY ("text") REFERENCES "public"."texts"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_text_fk" FOREIGN KEY ("text") REFERENCES "public"."texts"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_gathering_fk" FOREIGN KEY ("gathering") REFERENCES "public"."gatherings"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "roll" ADD CONSTRAINT "roll_ballot_fk" FOREIGN KEY ("ballot") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "votes" ADD CONSTRAINT "votes_ballot_fk" FOREIGN KEY ("ballot") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "amendments" ADD CONSTRAINT "amendments_gathering_fk" FOREIGN KEY ("gathering") REFERENCES "public"."gatherings"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "amendments" ADD CONSTRAINT "amendments_text_fk" FOREIGN KEY ("text") REFERENCES "public"."texts"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_amendment_fk" FOREIGN KEY ("amendment") REFERENCES "public"."amendments"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "agenda" ADD CONSTRAINT "agenda_gathering_fk" FOREIGN KEY ("gathering") REFERENCES "public"."gatherings"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_text_fk" FOREIGN KEY ("text") REFERENCES "public"."texts"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_delegation_fk" FOREIGN KEY ("delegation") REFERENCES "public"."delegations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "gatherings_slug" ON "gatherings" USING btree ("slug");
--> statement-breakpoint
CREATE INDEX "words_gathering_hash_index" ON "words" USING btree ("gathering","hash");
--> statement-breakpoint
CREATE UNIQUE INDEX "delegations_gathering_ordinal" ON "delegations" USING btree ("gathering","ordinal");
--> statement-breakpoint
CREATE INDEX "participants_gathering_index" ON "participants" USING btree ("gathering");
--> statement-breakpoint
CREATE INDEX "participants_delegation_index" ON "participants" USING btree ("delegation");
--> statement-breakpoint
CREATE INDEX "grants_participant_index" ON "grants" USING btree ("participant");
--> statement-breakpoint
CREATE UNIQUE INDEX "codes_hmac" ON "codes" USING btree ("hmac");
--> statement-breakpoint
CREATE INDEX "codes_gathering_index" ON "codes" USING btree ("gathering");
--> statement-breakpoint
CREATE INDEX "codes_participant_index" ON "codes" USING btree ("participant");
--> statement-breakpoint
CREATE INDEX "sessions_participant_index" ON "sessions" USING btree ("participant");
--> statement-breakpoint
CREATE UNIQUE INDEX "texts_gathering_ordinal" ON "texts" USING btree ("gathering","ordinal");
--> statement-breakpoint
CREATE UNIQUE INDEX "texts_writeCodeHmac" ON "texts" USING btree ("writeCodeHmac");
--> statement-breakpoint
CREATE INDEX "pushes_text_version_index" ON "pushes" USING btree ("text","version");
--> statement-breakpoint
CREATE UNIQUE INDEX "ballots_gathering_number" ON "ballots" USING btree ("gathering","number");
--> statement-breakpoint
CREATE UNIQUE INDEX "ballots_gathering_item" ON "ballots" USING btree ("gathering","item") WHERE "state" = 'open';
--> statement-breakpoint
CREATE UNIQUE INDEX "votes_ballot_requestKey" ON "votes" USING btree ("ballot","requestKey");
--> statement-breakpoint
CREATE INDEX "votes_ballot_voter_index" ON "votes" USING btree ("ballot","voter");
--> statement-breakpoint
CREATE UNIQUE INDEX "amendments_gathering_number" ON "amendments" USING btree ("gathering","number");
--> statement-breakpoint
CREATE INDEX "amendments_text_index" ON "amendments" USING btree ("text");
--> statement-breakpoint
CREATE INDEX "agenda_gathering_index" ON "agenda" USING btree ("gathering");
--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_gathering" ON "agenda" USING btree ("gathering") WHERE "state" = 'current';
