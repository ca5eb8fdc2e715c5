ALTER TABLE "desk_search" ADD COLUMN "rules" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "article_search" ADD COLUMN "rules" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "search_words" ADD COLUMN "spelling" text;--> statement-breakpoint
-- Counted by older rules of spelling: counted anew as the articles are indexed again.
TRUNCATE "search_words";
