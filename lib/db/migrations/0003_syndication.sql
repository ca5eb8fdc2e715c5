CREATE TABLE "outbox_targets" (
	"target" text PRIMARY KEY NOT NULL,
	"cursor" bigint NOT NULL,
	"released_until" timestamp with time zone NOT NULL,
	"claimed_by" text,
	"claimed_until" timestamp with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp with time zone NOT NULL,
	"last_failure" text,
	"delivered_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "redirects" (
	"source" text PRIMARY KEY NOT NULL,
	"target" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "articles_sitemap" ON "articles" USING btree ("locale","published_at","id","updated_at","embargo_until") WHERE status = 'published';