import { integer, jsonb, pgTable, real, text } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

/** Pictures, each once by its content. The files lie in the media store under the id. */
export const images = pgTable('images', {
  /** The first 32 hexadecimal digits of the SHA-256 of the original's bytes. */
  id: text().primaryKey(),
  width: integer().notNull(),
  height: integer().notNull(),
  colour: text().notNull(),
  widths: jsonb().$type<number[]>().notNull(),
  /** The name the original had in the folder it came from, for export: unique there by its id. */
  sourceName: text('source_name').notNull(),
  originalFormat: text('original_format').notNull(),
  focalX: real('focal_x').notNull().default(0.5),
  focalY: real('focal_y').notNull().default(0.5),
  createdAt: moment('created_at').notNull().defaultNow(),
});
