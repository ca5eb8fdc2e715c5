import { expect, test } from 'vitest';
import type { Inline } from './body.ts';
import { parseMarkdown, readMarkdown } from './markdown/parse.ts';
import { isTextBlock, textHtml } from './text-html.ts';

const html = (markdown: string) =>
  textHtml(parseMarkdown(readMarkdown(markdown), () => null).body.content.filter(isTextBlock), {
    tableLabel: 'Table "1"',
  });

test('every kind of text block and mark has its element', () => {
  expect(
    html(
      '## Costs\n\nA **bold _and italic_** ~~gone~~ `x` [quay](https://a.example/?a=1&b=2) line  \nbroken',
    ),
  ).toBe(
    '<h2>Costs</h2><p>A <strong>bold <em>and italic</em></strong> <s>gone</s> <code>x</code> ' +
      '<a href="https://a.example/?a=1&amp;b=2" rel="noopener">quay</a> line<br>broken</p>',
  );
  expect(html('3. three\n4. four\n   - deep\n\n---\n\n> said')).toBe(
    '<ol start="3"><li>three</li><li>four<ul><li>deep</li></ul></li></ol><hr><blockquote><p>said</p></blockquote>',
  );
  expect(html('| Sail | Fare |\n| --- | --: |\n| noon | 4 |')).toBe(
    '<div data-table role="region" aria-label="Table &quot;1&quot;" tabindex="0"><table><thead><tr><th scope="col">Sail</th>' +
      '<th scope="col" data-align="right">Fare</th></tr></thead><tbody><tr><td>noon</td><td data-align="right">4</td></tr></tbody></table></div>',
  );
  expect(html('> [!PULL]\n> Ask about the wall.\n> — Edo & Isk')).toBe(
    '<figure data-pull-quote><blockquote><p>Ask about the wall.</p></blockquote><figcaption>Edo &amp; Isk</figcaption></figure>',
  );
});

test('no text of anybody’s becomes a tag or leaves its attribute', () => {
  const hostile = `</p><script>alert("1")</script>'"&`;
  const content: Inline[] = [
    { type: 'text', text: hostile, marks: [{ type: 'link', attrs: { href: `#"><img src=x>` } }] },
  ];
  const written = textHtml(
    [
      { type: 'paragraph', content },
      { type: 'codeBlock', attrs: { language: null }, content: [{ type: 'text', text: hostile }] },
      { type: 'pullQuote', attrs: { attribution: hostile }, content },
    ],
    { tableLabel: hostile },
  );
  expect(written).not.toMatch(/<(script|img)/);
  expect(
    written.replaceAll(
      /<\/?(p|a|pre|code|figure|blockquote|figcaption)( [a-z-]+(="[^"<>]*")?)*>/g,
      '',
    ),
  ).not.toMatch(/[<>"']/);
});
