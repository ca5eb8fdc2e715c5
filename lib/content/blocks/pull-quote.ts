import type { z } from 'zod';
import type { BlockDefinition, SchemaParts } from '../block-definition.ts';
import { escapeHtml } from '../body/escape-html.ts';
import { inlinesHtml } from '../body/inline-html.ts';
import { inlineText } from '../body/inline-text.ts';
import { runOfWords, runsOf } from '../body/runs.ts';
import { lineOf, paragraphOf } from '../html/inlines.ts';
import { firstElement, hasClass, textOf } from '../html/tree.ts';
import { phrasing, raw } from '../markdown/phrasing.ts';
import { ATTRIBUTION_DASH, PULL_MARKER, pullQuoteOf } from '../markdown/pull-quote.ts';
import { notice } from '../notice.ts';

const LONGEST_ATTRIBUTION = 300;

const schema = ({ z, inlines }: SchemaParts) =>
  z.strictObject({
    type: z.literal('pullQuote'),
    attrs: z.strictObject({ attribution: z.string().max(LONGEST_ATTRIBUTION).nullable() }),
    content: inlines.optional(),
  });
/** A sentence quoted from the article as a pull quote; `attribution` names the speaker. */
export type PullQuote = z.infer<ReturnType<typeof schema>>;

export const block: BlockDefinition<PullQuote> = {
  schema,
  plainText: ({ attrs, content }) =>
    [inlineText(content), attrs.attribution ?? ''].join(' ').trim(),
  lines: ({ attrs, content }, depth) => [
    { kind: 'pullQuote', depth, runs: [...runsOf(content), ...runOfWords(attrs.attribution)] },
  ],
  html({ attrs: { attribution }, content }, options) {
    const by = attribution ? `<figcaption>${escapeHtml(attribution)}</figcaption>` : '';
    return `<figure data-pull-quote><blockquote><p>${inlinesHtml(content, options)}</p></blockquote>${by}</figure>`;
  },
  writeMarkdown({ attrs: { attribution }, content }, { notes }) {
    const children = [raw(`${PULL_MARKER}\n`), ...phrasing(content ?? [], notes)];
    if (attribution)
      children.push(raw(`\n${ATTRIBUTION_DASH}`), { type: 'text', value: attribution });
    return { type: 'blockquote', children: [{ type: 'paragraph', children }] };
  },
  claimMarkdown: {
    blockquote(node, { context }) {
      const pullQuote = pullQuoteOf(node, context);
      return pullQuote && [pullQuote];
    },
  },
  claimHtml(element, { inside }) {
    if (element.tagName !== 'figure' || !hasClass(element, /^wp-block-pullquote$/)) return null;
    const quote = firstElement(element, 'blockquote');
    if (!quote) return null;
    const cite = firstElement(quote, 'cite');
    const words = quote.childNodes.filter((child) => child !== cite);
    const { inlines, lifted } = lineOf(inside({ ...quote, childNodes: words }));
    const said = cite ? textOf(cite) : '';
    const isLong = said.length > LONGEST_ATTRIBUTION;
    const content = inlines.filter(({ type }) => type !== 'hardBreak');
    return [
      {
        type: 'pullQuote',
        attrs: { attribution: isLong ? null : said || null },
        ...(content.length > 0 && { content }),
      },
      ...(isLong ? [paragraphOf(said)] : []),
      ...lifted,
    ];
  },
  inFlow({ content }, report) {
    report(notice`${'pullQuote'} inside a list or a quote: it became a paragraph.`);
    return content ? [{ type: 'paragraph', content }] : [];
  },
};
