/** What stands within a line of a body: text with marks, line breaks, footnotes. */
import { z } from 'zod';
import { distinctMarks } from './body-bounds.ts';
import { isHref } from './href.ts';

/**
 * Addresses that a link may point to: http(s), mailto, a path on this site, or a fragment; nothing
 * executable.
 */
const hrefSchema = z.string().refine(isHref, 'not a http, mailto or local address');

const markSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bold') }),
  z.strictObject({ type: z.literal('italic') }),
  z.strictObject({ type: z.literal('strike') }),
  z.strictObject({ type: z.literal('superscript') }),
  z.strictObject({ type: z.literal('subscript') }),
  z.strictObject({ type: z.literal('code') }),
  z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href: hrefSchema }) }),
]);
export type Mark = z.infer<typeof markSchema>;

const textSchema = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  marks: z.array(markSchema).transform(distinctMarks).optional(),
});
const hardBreakSchema = z.strictObject({ type: z.literal('hardBreak') });
/**
 * A footnote, stored where the text refers to it: readers find its words under the article, by its number.
 */
const footnoteSchema = z.strictObject({
  type: z.literal('footnote'),
  content: z.array(z.discriminatedUnion('type', [textSchema, hardBreakSchema])).optional(),
});
export type Footnote = z.infer<typeof footnoteSchema>;

const inlineSchema = z.discriminatedUnion('type', [textSchema, hardBreakSchema, footnoteSchema]);
export type Inline = z.infer<typeof inlineSchema>;

export const inlinesSchema = z.array(inlineSchema);
