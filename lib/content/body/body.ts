/**
 * The body of an article: a validated document tree, in ProseMirror's JSON form, so that the newsroom's
 * editor and the readers' pages share it. Never HTML.
 */
import { z } from 'zod';
import { boundsFault, distinctMarks } from './body-bounds.ts';
import { recogniseEmbed } from './embed.ts';
import { isHref } from './href.ts';

/** The services whose posts and films may be embedded. */
export const EMBED_PROVIDERS = [
  'youtube',
  'x',
  'telegram',
  'instagram',
  'facebook',
  'tiktok',
  'vimeo',
  'spotify',
  'soundcloud',
  'datawrapper',
] as const;
export type EmbedProvider = (typeof EMBED_PROVIDERS)[number];

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

const inlines = z.array(inlineSchema);

const paragraphSchema = z.strictObject({
  type: z.literal('paragraph'),
  content: inlines.optional(),
});
const headingSchema = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3), z.literal(4)]) }),
  content: inlines.optional(),
});
const codeBlockSchema = z.strictObject({
  type: z.literal('codeBlock'),
  attrs: z.strictObject({ language: z.string().max(40).nullable() }),
  content: z.array(z.strictObject({ type: z.literal('text'), text: z.string().min(1) })).optional(),
});
const ruleSchema = z.strictObject({ type: z.literal('horizontalRule') });
const embedSchema = z.strictObject({
  type: z.literal('embed'),
  attrs: z
    .strictObject({
      provider: z.enum(EMBED_PROVIDERS),
      /** The canonical public address of the embedded post or film; always https. */
      url: z.string().max(500),
    })
    .refine(
      ({ provider, url }) => recogniseEmbed(url)?.provider === provider,
      'not the address of a post or film of this service',
    )
    // Whatever form was entered, the canonical address of the service is stored.
    .transform(({ provider, url }) => ({ provider, url: recogniseEmbed(url)?.url ?? url })),
});
const imageSchema = z.strictObject({
  type: z.literal('image'),
  attrs: z.strictObject({
    /** The id of a row of `images`: 32 hexadecimal digits. */
    imageId: z.string().regex(/^[0-9a-f]{32}$/),
    alt: z.string().max(1000),
    caption: z.string().max(2000).nullable(),
    credit: z.string().max(500).nullable(),
  }),
});
export type ImageNode = z.infer<typeof imageSchema>;
const gallerySchema = z.strictObject({
  type: z.literal('gallery'),
  content: z.array(imageSchema).min(2).max(60),
});
/** A sentence quoted from the article as a pull quote; `attribution` names the speaker. */
const pullQuoteSchema = z.strictObject({
  type: z.literal('pullQuote'),
  attrs: z.strictObject({ attribution: z.string().max(300).nullable() }),
  content: inlines.optional(),
});

export interface ListItem {
  type: 'listItem';
  content: (Paragraph | BulletList | OrderedList)[];
}
interface BulletList {
  type: 'bulletList';
  content: ListItem[];
}
interface OrderedList {
  type: 'orderedList';
  attrs: { start: number };
  content: ListItem[];
}
const listItemSchema: z.ZodType<ListItem> = z.strictObject({
  type: z.literal('listItem'),
  content: z
    .array(z.lazy(() => z.union([paragraphSchema, bulletListSchema, orderedListSchema])))
    .min(1),
}) as z.ZodType<ListItem>;
const bulletListSchema: z.ZodType<BulletList> = z.strictObject({
  type: z.literal('bulletList'),
  content: z.array(listItemSchema).min(1),
});
const orderedListSchema: z.ZodType<OrderedList> = z.strictObject({
  type: z.literal('orderedList'),
  attrs: z.strictObject({ start: z.number().int().min(0).max(1_000_000) }),
  content: z.array(listItemSchema).min(1),
});
const blockquoteSchema = z.strictObject({
  type: z.literal('blockquote'),
  content: z.array(z.union([paragraphSchema, bulletListSchema, orderedListSchema])).min(1),
});

const cellAttrs = z.strictObject({ align: z.enum(['left', 'center', 'right']).nullable() });
const tableHeaderSchema = z.strictObject({
  type: z.literal('tableHeader'),
  attrs: cellAttrs,
  content: z.tuple([paragraphSchema]),
});
const tableCellSchema = z.strictObject({
  type: z.literal('tableCell'),
  attrs: cellAttrs,
  content: z.tuple([paragraphSchema]),
});
const tableSchema = z.strictObject({
  type: z.literal('table'),
  content: z
    .array(
      z.strictObject({
        type: z.literal('tableRow'),
        content: z.array(z.union([tableHeaderSchema, tableCellSchema])).min(1),
      }),
    )
    .min(1),
});

const blockSchema = z.union([
  paragraphSchema,
  headingSchema,
  bulletListSchema,
  orderedListSchema,
  blockquoteSchema,
  pullQuoteSchema,
  imageSchema,
  gallerySchema,
  tableSchema,
  ruleSchema,
  codeBlockSchema,
  embedSchema,
]);
export type Block = z.infer<typeof blockSchema>;
export type Paragraph = z.infer<typeof paragraphSchema>;
export type Table = z.infer<typeof tableSchema>;
export type PullQuote = z.infer<typeof pullQuoteSchema>;
export type Embed = z.infer<typeof embedSchema>;

/** The whole body. Its limits are checked first: the schemas themselves walk it by recursion. */
export const bodySchema = z
  .unknown()
  .check(({ value, issues }) => {
    const fault = boundsFault(value);
    if (fault)
      issues.push({ code: 'custom', message: `The text is too large: ${fault}.`, input: value });
  })
  .pipe(z.strictObject({ type: z.literal('doc'), content: z.array(blockSchema) }));
export type Body = z.infer<typeof bodySchema>;
