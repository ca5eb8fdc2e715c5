CREATE TABLE "image_uses" (
	"image_id" text NOT NULL,
	"article_id" integer NOT NULL,
	CONSTRAINT "image_uses_image_id_article_id_pk" PRIMARY KEY("image_id","article_id")
);
--> statement-breakpoint
ALTER TABLE "images" ADD COLUMN "texts" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "images" ADD COLUMN "suggested" jsonb;--> statement-breakpoint
ALTER TABLE "images" ADD COLUMN "words" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "images" ADD COLUMN "uploaded_by" integer;--> statement-breakpoint
ALTER TABLE "images" ADD COLUMN "replaced_by" text;--> statement-breakpoint
ALTER TABLE "image_uses" ADD CONSTRAINT "image_uses_image_id_images_id_fk" FOREIGN KEY ("image_id") REFERENCES "public"."images"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "image_uses" ADD CONSTRAINT "image_uses_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "image_uses_article" ON "image_uses" USING btree ("article_id");--> statement-breakpoint
ALTER TABLE "images" ADD CONSTRAINT "images_uploaded_by_users_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "images" ADD CONSTRAINT "images_replaced_by_images_id_fk" FOREIGN KEY ("replaced_by") REFERENCES "public"."images"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "images_newest" ON "images" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
-- Which articles show a picture, of all revisions there are.
INSERT INTO "image_uses" ("image_id", "article_id")
SELECT DISTINCT named.image_id, named.article_id FROM (
	SELECT jsonb_path_query(body, '$.content[*].attrs.imageId') #>> '{}' AS image_id, article_id FROM revisions
	UNION ALL
	SELECT jsonb_path_query(body, '$.content[*].content[*].attrs.imageId') #>> '{}', article_id FROM revisions
	UNION ALL
	SELECT details #>> '{image,imageId}', article_id FROM revisions
	UNION ALL
	SELECT image_id, id FROM articles
) named JOIN images ON images.id = named.image_id;--> statement-breakpoint
-- What articles say of their lead pictures, so that they are found by it.
UPDATE "images" SET texts = said.texts FROM (
	SELECT image_id, jsonb_object_agg(locale, jsonb_build_object(
		'alt', coalesce(image_alt, ''), 'caption', coalesce(image_caption, ''), 'credit', coalesce(image_credit, '')
	)) AS texts
	FROM articles WHERE image_id IS NOT NULL AND concat(image_alt, image_caption, image_credit) <> ''
	GROUP BY image_id
) said WHERE images.id = said.image_id;--> statement-breakpoint
-- Letters without marks and without case, as picture-words.ts folds them.
UPDATE "images" SET words = normalize(translate(lower(regexp_replace(normalize(
	concat_ws(E'\n', source_name, (
		SELECT string_agg(concat_ws(E'\n', t.value->>'alt', t.value->>'caption', t.value->>'credit'), E'\n')
		FROM jsonb_each(texts) t
	)), NFKD), '[\u0300-\u036f]', '', 'g')), 'ı', 'i'), NFC);
