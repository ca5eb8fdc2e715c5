import type { z } from 'zod';
import type { BlockDefinition, SchemaParts } from '../block-definition.ts';
import type { Block } from '../body/body.ts';
import { escapeHtml } from '../body/escape-html.ts';
import { inlinesHtml } from '../body/inline-html.ts';
import { inlineText } from '../body/inline-text.ts';
import { runsOf } from '../body/runs.ts';
import { textNode } from '../html/inlines.ts';
import { MOST_CELLS, readTable } from '../html/table.ts';
import { phrasing } from '../markdown/phrasing.ts';
import { tableOf } from '../markdown/table.ts';
import { notice } from '../notice.ts';
import { paragraphSchema, type Paragraph } from './paragraph.ts';

const schema = (parts: SchemaParts) => {
  const { z } = parts;
  const cell = {
    attrs: z.strictObject({ align: z.enum(['left', 'center', 'right']).nullable() }),
    content: z.tuple([paragraphSchema(parts)]),
  };
  const row = z.strictObject({
    type: z.literal('tableRow'),
    content: z
      .array(
        z.union([
          z.strictObject({ type: z.literal('tableHeader'), ...cell }),
          z.strictObject({ type: z.literal('tableCell'), ...cell }),
        ]),
      )
      .min(1),
  });
  return z.strictObject({ type: z.literal('table'), content: z.array(row).min(1) });
};
export type Table = z.infer<ReturnType<typeof schema>>;
type Row = Table['content'][number];

const linesOfRow = ({ content }: Row) =>
  content.flatMap((cell, place) => [
    ...(place > 0 ? [{ text: ' | ', marks: [] }] : []),
    ...runsOf(cell.content[0].content),
  ]);

export const block: BlockDefinition<Table> = {
  schema,
  plainText: ({ content }) =>
    content
      .map((row) => row.content.map((cell) => inlineText(cell.content[0].content)).join(' '))
      .join('\n'),
  lines: ({ content }, depth) =>
    content.map((row) => ({ kind: 'row', depth, runs: linesOfRow(row) })),
  html({ content: [head, ...rows] }, options) {
    const rowHtml = (row: Row, cell: 'th scope="col"' | 'td') => {
      const cells = row.content.map(({ attrs, content }) => {
        const align = attrs.align ? ` data-align="${attrs.align}"` : '';
        return `<${cell}${align}>${inlinesHtml(content[0].content, options)}</${cell.slice(0, 2)}>`;
      });
      return `<tr>${cells.join('')}</tr>`;
    };
    const top = head ? `<thead>${rowHtml(head, 'th scope="col"')}</thead>` : '';
    const table = `<table>${top}<tbody>${rows.map((row) => rowHtml(row, 'td')).join('')}</tbody></table>`;
    return `<div data-table role="region" aria-label="${escapeHtml(options.tableLabel)}" tabindex="0">${table}</div>`;
  },
  writeMarkdown: ({ content }, { notes }) => ({
    type: 'table',
    align: content[0]?.content.map((cell) => cell.attrs.align) ?? [],
    children: content.map((row) => ({
      type: 'tableRow',
      children: row.content.map((cell) => ({
        type: 'tableCell',
        children: phrasing(cell.content[0].content ?? [], notes),
      })),
    })),
  }),
  readMarkdown: {
    table(node, { line, report }) {
      if (node.children.length * (node.children[0]?.children.length ?? 0) > MOST_CELLS) {
        report(node, 'A table was too large: its rows became paragraphs.');
        return node.children.map((row): Paragraph => {
          const cells = row.children.map((cell) => line(cell).inlines);
          return { type: 'paragraph', content: cells.flatMap((cell) => [...cell, textNode(' ')]) };
        });
      }
      const after: Block[] = [];
      const table = tableOf(node, (cell) => {
        const { inlines: content, lifted } = line(cell);
        after.push(...lifted);
        return content;
      });
      return [table, ...after];
    },
  },
  readHtml: { tags: ['table'], read: readTable },
  inFlow({ content }, report) {
    report(notice`A table inside a list or a quote: each row became a paragraph.`);
    return content.map((row): Paragraph => {
      const cells = row.content.map((cell) => cell.content[0].content ?? []);
      return {
        type: 'paragraph',
        content: cells.flatMap((cell, at) => (at > 0 ? [textNode(' · '), ...cell] : cell)),
      };
    });
  },
};
