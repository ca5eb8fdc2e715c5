import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core';
import type { PictureTexts, SuggestedTexts } from '../../content/desk/media.ts';
import { articles } from './articles.ts';
import { moment } from './columns.ts';
import { users } from './newsroom.ts';

/** Pictures, each once by its content. The files lie in the media store under the id. */
export const images = pgTable(
  'images',
  {
    /** 32 hexadecimal digits that the original's bytes give with the portal's key: whoever has the file guesses nothing. */
    id: text().primaryKey(),
    width: integer().notNull(),
    height: integer().notNull(),
    colour: text().notNull(),
    widths: jsonb().$type<number[]>().notNull(),
    /** The name the original had where it came from, for people and for export: unique there by its id. */
    sourceName: text('source_name').notNull(),
    originalFormat: text('original_format').notNull(),
    /** What every crop keeps in sight, from 0 at the left and the top to 1; the files of a crop name it. */
    focalX: real('focal_x').notNull().default(0.5),
    focalY: real('focal_y').notNull().default(0.5),
    /** What it is described by where an article says nothing else, by locale. */
    texts: jsonb().$type<PictureTexts>().notNull().default({}),
    /** What the file said of itself: offered, never shown by itself. */
    suggested: jsonb().$type<SuggestedTexts>(),
    /** Its name and texts in small letters, to be found by. */
    words: text().notNull().default(''),
    /** Null for what was imported. */
    uploadedBy: integer('uploaded_by').references((): AnyPgColumn => users.id),
    /** What was put in its place: a draft that still names it means that one. */
    replacedBy: text('replaced_by').references((): AnyPgColumn => images.id),
    /** Its address is known beyond the newsroom: readers were shown it, or it is of before addresses had a key. */
    isKnown: boolean('is_known').notNull().default(false),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [
    index('images_newest').on(table.createdAt.desc().nullsFirst(), table.id.desc().nullsFirst()),
  ],
);

/** Which articles show a picture, in any of their revisions: while there is one, it stays. */
export const imageUses = pgTable(
  'image_uses',
  {
    imageId: text('image_id')
      .notNull()
      .references(() => images.id),
    articleId: integer('article_id')
      .notNull()
      .references((): AnyPgColumn => articles.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.imageId, table.articleId] }),
    index('image_uses_article').on(table.articleId),
  ],
);
