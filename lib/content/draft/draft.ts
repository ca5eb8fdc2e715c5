/**
 * The content of one revision: everything that readers see of an article except its address, its category and
 * its times.
 */
import { z } from 'zod';
import { bodySchema } from '../body/body.ts';
import { SLUG_PATTERN } from '../slug.ts';

/** A text of one field; an empty one means none. */
const optional = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .transform((value) => value || null)
    .nullable();

export const keySchema = z.string().max(120).regex(SLUG_PATTERN);
const keys = z
  .array(keySchema)
  .max(20)
  .transform((list) => [...new Set(list)]);

const imageRefSchema = z.strictObject({
  imageId: z.string().regex(/^[0-9a-f]{32}$/),
  alt: z.string().trim().max(1000),
  caption: optional(2000),
  credit: optional(500),
});

/** The fields of a revision that have no column of their own. */
const detailsSchema = z.strictObject({
  authors: keys,
  topics: keys,
  image: imageRefSchema.nullable(),
  seoTitle: optional(300),
  seoDescription: optional(1000),
  /** ISO 8601: readers see nothing before it, whatever was published. */
  embargoUntil: z.iso.datetime({ offset: true }).nullable(),
});
export type Details = z.infer<typeof detailsSchema>;

/** A whole revision. */
export const draftSchema = detailsSchema.extend({
  headline: z.string().trim().min(1).max(300),
  standfirst: optional(1000),
  kicker: optional(80),
  body: bodySchema,
});
export type Draft = z.infer<typeof draftSchema>;

/** An unfinished text: it may have no headline yet. */
export const workingDraftSchema = draftSchema.extend({ headline: z.string().trim().max(300) });

/** Why a revision was made from the working copy. */
export const REVISION_REASONS = [
  'kept',
  'begun',
  'imported',
  /** Another user continued the text. */
  'handover',
  /** Nobody wrote for ten minutes. */
  'quiet',
  /** Two texts were merged. */
  'merged',
  'restored',
  'submitted',
  'previewed',
  'translated',
  /** A picture was replaced by another one. */
  'picture',
] as const;
export type RevisionReason = (typeof REVISION_REASONS)[number];

/** The newest text, returned to a user whose own text is based on an older one. */
export interface NewestText {
  /** Identifies this state of the text. */
  sequence: number;
  /** Of the newest revision. */
  version: number;
  draft: Draft;
  /** The user's name. */
  savedBy: string;
  /** ISO 8601. */
  savedAt: string;
}

/** A revision with only a headline. */
export const emptyDraft = (headline: string): Draft => ({
  headline,
  standfirst: null,
  kicker: null,
  body: { type: 'doc', content: [] },
  authors: [],
  topics: [],
  image: null,
  seoTitle: null,
  seoDescription: null,
  embargoUntil: null,
});
