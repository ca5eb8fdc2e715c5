DROP INDEX "articles_sitemap";--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "listed_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
CREATE INDEX "articles_withdrawn" ON "articles" USING btree ("locale","listed_at" DESC NULLS LAST) WHERE status = 'withdrawn';--> statement-breakpoint
CREATE INDEX "articles_sitemap" ON "articles" USING btree ("locale","published_at","status","embargo_until","listed_at","id","version") WHERE status in ('published', 'withdrawn');--> statement-breakpoint
UPDATE "articles" SET "listed_at" = "changed_at" WHERE "status" = 'withdrawn';--> statement-breakpoint
CREATE FUNCTION articles_listed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.listed_at := now();
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER articles_listed BEFORE UPDATE ON "articles" FOR EACH ROW
  WHEN ('published' IN (OLD.status, NEW.status)
    AND (OLD.status, OLD.slug, OLD.published_at, OLD.updated_at, OLD.embargo_until, OLD.image_id)
      IS DISTINCT FROM
      (NEW.status, NEW.slug, NEW.published_at, NEW.updated_at, NEW.embargo_until, NEW.image_id))
  EXECUTE FUNCTION articles_listed();
