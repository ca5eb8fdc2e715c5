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

/** Pictures, each once by its content. The files are in the media store under the id. */
export const images = pgTable(
  'images',
  {
    /**
     * 32 hexadecimal digits, computed from the original's bytes with the portal's key: the file alone is not
     * enough to guess the id.
     */
    id: text().primaryKey(),
    width: integer().notNull(),
    height: integer().notNull(),
    colour: text().notNull(),
    widths: jsonb().$type<number[]>().notNull(),
    /** The original's file name at its source, for people and for export: its id makes it unique there. */
    sourceName: text('source_name').notNull(),
    originalFormat: text('original_format').notNull(),
    /**
     * The focal point of every crop, from 0 at the left and the top to 1; it is part of the crops' file
     * names.
     */
    focalX: real('focal_x').notNull().default(0.5),
    focalY: real('focal_y').notNull().default(0.5),
    /** Its description by locale, used if an article has none of its own. */
    texts: jsonb().$type<PictureTexts>().notNull().default({}),
    /** Texts from the file's own metadata: suggested to the user, never shown to readers by themselves. */
    suggested: jsonb().$type<SuggestedTexts>(),
    /** Its name and texts in lower case, for search. */
    words: text().notNull().default(''),
    /** Null for an imported picture. */
    uploadedBy: integer('uploaded_by').references((): AnyPgColumn => users.id),
    /** The picture that replaced it: a draft that still refers to this one gets that one. */
    replacedBy: text('replaced_by').references((): AnyPgColumn => images.id),
    /**
     * Whether its address is known outside the newsroom: readers saw it, or it dates from before addresses
     * had a key.
     */
    isKnown: boolean('is_known').notNull().default(false),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [
    index('images_newest').on(table.createdAt.desc().nullsFirst(), table.id.desc().nullsFirst()),
  ],
);

/** Which articles show a picture, in any of their revisions: a picture in use is not removed. */
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
