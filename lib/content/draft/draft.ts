/**
 * What a journalist writes of an article and one revision holds: everything that readers see of it but its
 * address, its category and its times.
 */
import { z } from 'zod';
import { bodySchema } from '../body/body.ts';
import { SLUG_PATTERN } from '../slug.ts';

/** A text of one field; an empty one is none. */
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

/** A text in the midst of being written: it may have no headline yet. */
export const workingDraftSchema = draftSchema.extend({ headline: z.string().trim().max(300) });

/** Why a revision was made of what was written. */
export const REVISION_REASONS = [
  'kept',
  'begun',
  'imported',
  /** Somebody else went on writing. */
  'handover',
  /** Nobody wrote for ten minutes. */
  'quiet',
  /** Two texts were brought together. */
  'merged',
  'restored',
  'submitted',
  'previewed',
  'translated',
  /** Another picture was put into the place of one. */
  'picture',
] as const;
export type RevisionReason = (typeof REVISION_REASONS)[number];

/** The newest text, as it is told to somebody whose own began from an older one. */
export interface NewestText {
  /** Names this state of the text. */
  sequence: number;
  /** Of the newest revision. */
  version: number;
  draft: Draft;
  /** A name. */
  savedBy: string;
  /** ISO 8601. */
  savedAt: string;
}

/** A revision that holds nothing but a headline. */
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
