DROP INDEX "articles_locale_newest";--> statement-breakpoint
DROP INDEX "articles_category_newest";--> statement-breakpoint
DROP INDEX "view_counts_day";--> statement-breakpoint
CREATE INDEX "articles_locale_newest" ON "articles" USING btree ("locale","published_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE status = 'published';--> statement-breakpoint
CREATE INDEX "articles_category_newest" ON "articles" USING btree ("locale","category_id","published_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE status = 'published';--> statement-breakpoint
CREATE INDEX "view_counts_day" ON "view_counts" USING btree ("day","views" DESC NULLS FIRST);