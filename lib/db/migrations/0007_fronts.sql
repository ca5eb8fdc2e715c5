CREATE TABLE "front_pins" (
	"locale" text NOT NULL,
	"position" integer NOT NULL,
	"article_id" integer NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "front_pins_locale_position_pk" PRIMARY KEY("locale","position"),
	CONSTRAINT "front_pins_locale_article" UNIQUE("locale","article_id")
);
--> statement-breakpoint
CREATE TABLE "fronts" (
	"locale" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"breaking_text" text,
	"breaking_article_id" integer,
	"breaking_until" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "front_pins" ADD CONSTRAINT "front_pins_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fronts" ADD CONSTRAINT "fronts_breaking_article_id_articles_id_fk" FOREIGN KEY ("breaking_article_id") REFERENCES "public"."articles"("id") ON DELETE set null ON UPDATE no action;