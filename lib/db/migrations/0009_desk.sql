CREATE TABLE "view_hours" (
	"hour" timestamp with time zone PRIMARY KEY NOT NULL,
	"views" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "view_totals" (
	"article_id" integer PRIMARY KEY NOT NULL,
	"views" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "desk_search" (
	"article_id" integer PRIMARY KEY NOT NULL,
	"document" "tsvector" NOT NULL
);
--> statement-breakpoint
DROP INDEX "articles_changed";--> statement-breakpoint
ALTER TABLE "view_totals" ADD CONSTRAINT "view_totals_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_search" ADD CONSTRAINT "desk_search_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "view_totals_views" ON "view_totals" USING btree ("views","article_id");--> statement-breakpoint
CREATE INDEX "desk_search_document" ON "desk_search" USING gin ("document");--> statement-breakpoint
CREATE INDEX "articles_status_changed" ON "articles" USING btree ("status","changed_at","id");--> statement-breakpoint
CREATE INDEX "articles_creator_changed" ON "articles" USING btree ("created_by","changed_at","id");--> statement-breakpoint
CREATE INDEX "articles_headline" ON "articles" USING btree ("headline","id");--> statement-breakpoint
CREATE INDEX "articles_out" ON "articles" USING btree (coalesce(published_at, 'epoch'),"id");--> statement-breakpoint
CREATE INDEX "articles_translated_from" ON "articles" USING btree ("translated_from");--> statement-breakpoint
CREATE INDEX "audit_log_user" ON "audit_log" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "audit_log_verb" ON "audit_log" USING btree ("verb","id");--> statement-breakpoint
CREATE INDEX "audit_log_at" ON "audit_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "articles_changed" ON "articles" USING btree ("changed_at","id");--> statement-breakpoint
INSERT INTO "view_totals" ("article_id", "views")
  SELECT article_id, sum(views)::integer FROM view_counts GROUP BY article_id HAVING sum(views) > 0;--> statement-breakpoint
-- What readers do not see yet: the words of newest revisions that the readers' index does not hold.
INSERT INTO "desk_search" ("article_id", "document")
  SELECT a.id, to_tsvector(c.configuration::regconfig, replace(lower(concat_ws(' ', r.headline, r.standfirst, r.kicker,
      (SELECT string_agg(told #>> '{}', ' ') FROM jsonb_path_query(r.body, 'strict $.**.text') AS told))), 'ё', 'е'))
  FROM articles a
  JOIN revisions r ON r.article_id = a.id AND r.version = a.version
  JOIN (VALUES ('en', 'english'), ('ru', 'russian'), ('hy', 'armenian'), ('az', 'simple')) AS c (locale, configuration)
    ON c.locale = a.locale
  WHERE a.published_version IS DISTINCT FROM a.version;
