import type { z } from 'zod';
import type { BlockDefinition, SchemaParts } from '../block-definition.ts';
import { escapeHtml } from '../body/escape-html.ts';
import type { Inline } from '../body/inline.ts';
import { runsOf } from '../body/runs.ts';
import { SPLIT, textNode } from '../html/inlines.ts';
import { attribute, firstElement, hasClass, rawTextOf } from '../html/tree.ts';
import { notice } from '../notice.ts';

const schema = ({ z }: SchemaParts) =>
  z.strictObject({
    type: z.literal('codeBlock'),
    attrs: z.strictObject({ language: z.string().max(40).nullable() }),
    content: z
      .array(z.strictObject({ type: z.literal('text'), text: z.string().min(1) }))
      .optional(),
  });
export type CodeBlock = z.infer<ReturnType<typeof schema>>;

const codeOf = ({ content }: CodeBlock): string => (content ?? []).map(({ text }) => text).join('');

/** Lines of text with breaks between them; an empty line is only its break. */
const brokenLines = (lines: readonly string[], made: (line: string) => Inline): Inline[] =>
  lines.flatMap((line, at): Inline[] => [
    ...(at > 0 ? [{ type: 'hardBreak' } as const] : []),
    ...(line ? [made(line)] : []),
  ]);

export const block: BlockDefinition<CodeBlock> = {
  schema,
  isCode: true,
  plainText: codeOf,
  lines: ({ content }, depth) => [{ kind: 'code', depth, runs: runsOf(content) }],
  html: (node) => `<pre tabindex="0"><code>${escapeHtml(codeOf(node))}</code></pre>`,
  writeMarkdown: (node) => ({ type: 'code', lang: node.attrs.language, value: codeOf(node) }),
  readMarkdown: {
    code: ({ lang, value }) => [
      {
        type: 'codeBlock',
        attrs: { language: lang?.slice(0, 40) ?? null },
        ...(value && { content: [{ type: 'text', text: value }] }),
      },
    ],
  },
  readHtml: {
    tags: ['pre'],
    read(element, { inside }) {
      if (firstElement(element, 'img', 'iframe')) return [SPLIT, ...inside(element), SPLIT];
      const text = rawTextOf(element)
        .replace(/\r\n?/g, '\n')
        .replace(/^\n|\n$/g, '');
      if (text.trim() === '') return [];
      if (hasClass(element, /^wp-block-verse$/)) {
        const verse = text.split('\n').map((line) => line.trim());
        return [SPLIT, ...brokenLines(verse, (line) => textNode(line)), SPLIT];
      }
      const inner = firstElement(element, 'code') ?? element;
      const classes = `${attribute(inner, 'class')} ${attribute(element, 'class')}`;
      const language = /(?:^|\s)lang(?:uage)?-([\w+#-]{1,40})/.exec(classes)?.[1] ?? null;
      return [{ type: 'codeBlock', attrs: { language }, content: [{ type: 'text', text }] }];
    },
  },
  inFlow(node, report) {
    report(notice`Code inside a list or a quote: it became a paragraph.`);
    const lines = (node.content?.[0]?.text ?? '').split('\n');
    return [
      {
        type: 'paragraph',
        content: brokenLines(lines, (line) => textNode(line, [{ type: 'code' }])),
      },
    ];
  },
};
