import type { z } from 'zod';
import type { BlockDefinition, SchemaParts } from '../block-definition.ts';
import { inlinesHtml } from '../body/inline-html.ts';
import { inlineText } from '../body/inline-text.ts';
import { runsOf } from '../body/runs.ts';
import { hasText, lineOf } from '../html/inlines.ts';
import { phrasing } from '../markdown/phrasing.ts';
import { notice } from '../notice.ts';

const schema = ({ z, inlines }: SchemaParts) =>
  z.strictObject({
    type: z.literal('heading'),
    attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3), z.literal(4)]) }),
    content: inlines.optional(),
  });
export type Heading = z.infer<ReturnType<typeof schema>>;

/** The article's headline is the first level: headings of a text keep to the three levels under it. */
const levelOf = (level: number) => Math.min(4, Math.max(2, level)) as 2 | 3 | 4;

export const block: BlockDefinition<Heading> = {
  schema,
  plainText: ({ content }) => inlineText(content),
  lines: ({ attrs, content }, depth) => [
    { kind: `heading${attrs.level}`, depth, runs: runsOf(content) },
  ],
  html: ({ attrs, content }, options) =>
    `<h${attrs.level}>${inlinesHtml(content, options)}</h${attrs.level}>`,
  writeMarkdown: ({ attrs, content }, { notes }) => ({
    type: 'heading',
    depth: attrs.level,
    children: phrasing(content ?? [], notes),
  }),
  readMarkdown: {
    heading(node, { line }) {
      const { inlines: content, lifted } = line(node);
      if (!hasText(content)) return lifted;
      return [{ type: 'heading', attrs: { level: levelOf(node.depth) }, content }, ...lifted];
    },
  },
  readHtml: {
    tags: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
    read(element, { inside }) {
      const { inlines: content, lifted } = lineOf(inside(element));
      if (content.length === 0) return lifted;
      const level = levelOf(Number(element.tagName[1]));
      return [{ type: 'heading', attrs: { level }, content }, ...lifted];
    },
  },
  inFlow({ content }, report) {
    report(notice`${'heading'} inside a list or a quote: it became a paragraph.`);
    return content ? [{ type: 'paragraph', content }] : [];
  },
};
