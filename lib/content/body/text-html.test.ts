import { expect, test } from 'vitest';
import type { Body, Inline } from './body.ts';
import { parseMarkdown, readMarkdown } from '../markdown/parse.ts';
import { footnotesOf } from './footnotes.ts';
import { blocksHtml, notesHtml } from './text-html.ts';

const WORDS = {
  tableLabel: 'Table "1"',
  notes: [],
  noteLabel: (number: number) => `Note ${number}`,
};
const bodyOf = (markdown: string) => parseMarkdown(readMarkdown(markdown), () => null).body;
const html = (markdown: string) => {
  const body = bodyOf(markdown);
  return blocksHtml(body.content, { ...WORDS, notes: footnotesOf(body) });
};

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

test('no text becomes a tag or escapes its attribute', () => {
  const hostile = `</p><script>alert("1")</script>'"&`;
  const content: Inline[] = [
    { type: 'text', text: hostile, marks: [{ type: 'link', attrs: { href: `#"><img src=x>` } }] },
  ];
  const written = blocksHtml(
    [
      { type: 'paragraph', content },
      { type: 'codeBlock', attrs: { language: null }, content: [{ type: 'text', text: hostile }] },
      { type: 'pullQuote', attrs: { attribution: hostile }, content },
    ],
    { ...WORDS, tableLabel: hostile },
  );
  expect(written).not.toMatch(/<(script|img)/);
  expect(
    written.replaceAll(
      /<\/?(p|a|pre|code|figure|blockquote|figcaption)( [a-z-]+(="[^"<>]*")?)*>/g,
      '',
    ),
  ).not.toMatch(/[<>"']/);
});

test('superscript and subscript are elements', () => {
  expect(html('10<sup>6</sup> m<sup>3</sup> of CO<sub>2</sub>')).toBe(
    '<p>10<sup>6</sup> m<sup>3</sup> of CO<sub>2</sub></p>',
  );
});

test('a footnote is a number in the text and its words below, with links there and back', () => {
  const markdown = 'Denied[^b] twice[^a].\n\n[^a]: Two & *more*.\n\n[^b]: One.\n';
  expect(html(markdown)).toBe(
    '<p>Denied<sup><a href="#note-1" id="note-1-text" role="doc-noteref" aria-label="Note 1">1</a></sup>' +
      ' twice<sup><a href="#note-2" id="note-2-text" role="doc-noteref" aria-label="Note 2">2</a></sup>.</p>',
  );
  const below = notesHtml({
    ...WORDS,
    notes: footnotesOf(bodyOf(markdown)),
    title: 'Notes',
    backLabel: (number) => `Back from ${number}`,
  });
  expect(below).toBe(
    '<section role="doc-endnotes" aria-label="Notes"><ol>' +
      '<li id="note-1">One. <a href="#note-1-text" role="doc-backlink" aria-label="Back from 1">↩\uFE0E</a></li>' +
      '<li id="note-2">Two &amp; <em>more</em>. <a href="#note-2-text" role="doc-backlink" aria-label="Back from 2">↩\uFE0E</a></li>' +
      '</ol></section>',
  );
});

test('a footnote without words has no number, and no article gets an empty list of notes', () => {
  const body: Body = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a' }, { type: 'footnote' }] }],
  };
  expect(footnotesOf(body)).toEqual([]);
  expect(blocksHtml(body.content, WORDS)).toBe('<p>a</p>');
  expect(notesHtml({ ...WORDS, title: 'Notes', backLabel: String })).toBe('');
});
