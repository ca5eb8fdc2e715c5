ALTER TABLE "articles" ADD COLUMN "releases_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "data" jsonb;--> statement-breakpoint
CREATE INDEX "articles_releases" ON "articles" USING btree ("releases_at") WHERE releases_at is not null;--> statement-breakpoint
CREATE FUNCTION articles_releases() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  visible timestamp with time zone := greatest(NEW.published_at, NEW.embargo_until);
BEGIN
  -- One whose time has come keeps it until its event is appended.
  NEW.releases_at := CASE WHEN NEW.status = 'published'
    AND (visible > now() OR (TG_OP = 'UPDATE' AND visible = OLD.releases_at)) THEN visible END;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER articles_releases BEFORE INSERT OR UPDATE OF status, published_at, embargo_until ON "articles"
  FOR EACH ROW EXECUTE FUNCTION articles_releases();--> statement-breakpoint
-- What became visible while no process ran is delivered after the upgrade, too.
UPDATE "articles" SET "releases_at" = greatest("published_at", "embargo_until")
  WHERE "status" = 'published' AND greatest("published_at", "embargo_until") >
    coalesce((SELECT least(min("released_until"), now()) FROM "outbox_targets"), now());
