import type { z } from 'zod';
import type { BlockDefinition, SchemaParts } from '../block-definition.ts';

const schema = ({ z }: SchemaParts) => z.strictObject({ type: z.literal('horizontalRule') });
export type HorizontalRule = z.infer<ReturnType<typeof schema>>;

export const block: BlockDefinition<HorizontalRule> = {
  schema,
  plainText: () => '',
  lines: (_, depth) => [{ kind: 'rule', depth, runs: [] }],
  html: () => '<hr>',
  writeMarkdown: () => ({ type: 'thematicBreak' }),
  readMarkdown: { thematicBreak: () => [{ type: 'horizontalRule' }] },
  readHtml: { tags: ['hr'], read: () => [{ type: 'horizontalRule' }] },
  inFlow: () => [],
};
