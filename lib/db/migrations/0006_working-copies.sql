CREATE TABLE "presences" (
	"article_id" integer NOT NULL,
	"writer" text NOT NULL,
	"user_id" integer NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"typed_at" timestamp with time zone,
	CONSTRAINT "presences_article_id_writer_pk" PRIMARY KEY("article_id","writer")
);
--> statement-breakpoint
CREATE TABLE "working_copies" (
	"article_id" integer PRIMARY KEY NOT NULL,
	"sequence" integer NOT NULL,
	"draft" jsonb NOT NULL,
	"is_dirty" boolean NOT NULL,
	"saved_by" integer,
	"saved_at" timestamp with time zone NOT NULL,
	"writer" text NOT NULL,
	"edit" integer NOT NULL,
	"handed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "also_by" text;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "presences" ADD CONSTRAINT "presences_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presences" ADD CONSTRAINT "presences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_copies" ADD CONSTRAINT "working_copies_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_copies" ADD CONSTRAINT "working_copies_saved_by_users_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "presences_seen" ON "presences" USING btree ("seen_at");--> statement-breakpoint
CREATE INDEX "working_copies_quiet" ON "working_copies" USING btree ("saved_at") WHERE is_dirty;