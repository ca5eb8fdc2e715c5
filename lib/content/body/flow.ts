/** What a list or a quote may hold: paragraphs and lists. */
import type { z } from 'zod';
import type { SchemaParts } from '../block-definition.ts';
import { paragraphSchema, type Paragraph } from '../blocks/paragraph.ts';

export interface ListItem {
  type: 'listItem';
  content: Flow;
}
export interface BulletList {
  type: 'bulletList';
  content: ListItem[];
}
export interface OrderedList {
  type: 'orderedList';
  attrs: { start: number };
  content: ListItem[];
}
export type Flow = (Paragraph | BulletList | OrderedList)[];

/** The schemas of lists, and of what they and quotes hold: each needs the others. */
export function flowSchemas(parts: SchemaParts): {
  bulletList: z.ZodType<BulletList>;
  orderedList: z.ZodType<OrderedList>;
  flow: z.ZodType<Flow>;
} {
  const { z } = parts;
  const paragraph = paragraphSchema(parts);
  const flow: z.ZodType<Flow> = z
    .array(z.lazy(() => z.discriminatedUnion('type', [paragraph, bulletList, orderedList])))
    .min(1);
  const items: z.ZodType<ListItem[]> = z
    .array(z.strictObject({ type: z.literal('listItem'), content: flow }))
    .min(1);
  const bulletList = z.strictObject({ type: z.literal('bulletList'), content: items });
  const orderedList = z.strictObject({
    type: z.literal('orderedList'),
    attrs: z.strictObject({ start: z.number().int().min(0).max(1_000_000) }),
    content: items,
  });
  return { bulletList, orderedList, flow };
}
