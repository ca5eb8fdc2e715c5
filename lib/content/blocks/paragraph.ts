import type { z } from 'zod';
import type { BlockDefinition, SchemaParts } from '../block-definition.ts';
import { inlinesHtml } from '../body/inline-html.ts';
import { inlineText } from '../body/inline-text.ts';
import { runsOf } from '../body/runs.ts';
import { hasText } from '../html/inlines.ts';
import { phrasing } from '../markdown/phrasing.ts';

/** The schema of a paragraph. */
export const paragraphSchema = ({ z, inlines }: SchemaParts) =>
  z.strictObject({ type: z.literal('paragraph'), content: inlines.optional() });
export type Paragraph = z.infer<ReturnType<typeof paragraphSchema>>;

/** In foreign HTML, a paragraph is what no other block claims: `html/flow.ts`. */
export const block: BlockDefinition<Paragraph> = {
  schema: paragraphSchema,
  plainText: ({ content }) => inlineText(content),
  lines: ({ content }, depth) => [{ kind: 'paragraph', depth, runs: runsOf(content) }],
  html: ({ content }, options) => `<p>${inlinesHtml(content, options)}</p>`,
  writeMarkdown: ({ content }, { notes }) => ({
    type: 'paragraph',
    children: phrasing(content ?? [], notes),
  }),
  readMarkdown: {
    paragraph(node, { amongHtml, inlines }) {
      const read = amongHtml(node);
      if (read) return read;
      const content = inlines(node);
      return hasText(content) ? [{ type: 'paragraph', content }] : [];
    },
  },
  inFlow: (node) => [node],
};
