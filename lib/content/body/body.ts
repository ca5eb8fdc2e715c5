/**
 * The body of an article: a validated document tree, in ProseMirror's JSON form, so that the newsroom's
 * editor and the readers' pages share it. Never HTML. Its blocks are declared in `../blocks`, one a file.
 */
import { z } from 'zod';
import type { NodeOf } from '../block-definition.ts';
import { BLOCKS } from '../blocks.generated.ts';
import { boundsFault } from './body-bounds.ts';
import { inlinesSchema } from './inline.ts';

export type { Embed } from '../blocks/embed.ts';
export type { ImageNode } from '../blocks/image.ts';
export type { Paragraph } from '../blocks/paragraph.ts';
export type { PullQuote } from '../blocks/pull-quote.ts';
export type { Table } from '../blocks/table.ts';
export type { ListItem } from './flow.ts';
export type { Footnote, Inline, Mark } from './inline.ts';

export type Block = NodeOf<(typeof BLOCKS)[keyof typeof BLOCKS]>;

const parts = { z, inlines: inlinesSchema };
type BlockSchemas = [z.core.$ZodTypeDiscriminable, ...z.core.$ZodTypeDiscriminable[]];
const blockSchema = z.discriminatedUnion(
  'type',
  // Each definition's schema is an object with its own `type`.
  Object.values(BLOCKS).map((block) => block.schema(parts)) as unknown as BlockSchemas,
) as unknown as z.ZodType<Block>;

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
