import type { BlockContent } from 'mdast';
import type { z } from 'zod';
import type { BlockDefinition, SchemaParts } from '../block-definition.ts';
import { flowSchemas } from '../body/flow.ts';
import { runsOf } from '../body/runs.ts';

const schema = (parts: SchemaParts) =>
  parts.z.strictObject({
    type: parts.z.literal('blockquote'),
    content: flowSchemas(parts).flow,
  });
export type Blockquote = z.infer<ReturnType<typeof schema>>;

export const block: BlockDefinition<Blockquote> = {
  schema,
  plainText: ({ content }, textOf) => content.map(textOf).join('\n'),
  lines: ({ content }, depth, linesOf) =>
    content.flatMap((child) =>
      child.type === 'paragraph'
        ? [{ kind: 'quote' as const, depth, runs: runsOf(child.content) }]
        : linesOf(child, depth),
    ),
  html: ({ content }, _, inner) => `<blockquote>${inner(content)}</blockquote>`,
  writeMarkdown: ({ content }, writer) => ({
    type: 'blockquote',
    children: content.map((child) => writer.block(child) as BlockContent),
  }),
  readMarkdown: {
    blockquote(node, { flow }) {
      const { flow: content, lifted } = flow(node.children, node);
      return content.length > 0 ? [{ type: 'blockquote', content }, ...lifted] : lifted;
    },
  },
  readHtml: {
    tags: ['blockquote'],
    read(element, { blocksIn, confine }) {
      const { flow, lifted } = confine(blocksIn(element));
      return flow.length > 0 ? [{ type: 'blockquote', content: flow }, ...lifted] : lifted;
    },
  },
  inFlow: ({ content }) => content,
};
