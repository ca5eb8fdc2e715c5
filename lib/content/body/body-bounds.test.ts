import { expect, test } from 'vitest';
import { bodySchema, type Body, type Mark } from './body.ts';
import { soundBody } from './body-bounds.ts';
import { footnotesOf } from './footnotes.ts';
import { linesOf } from './lines.ts';
import { writeMarkdown } from '../markdown/write.ts';
import { plainText } from './plain-text.ts';
import { blocksHtml } from './text-html.ts';

const doc = (...content: unknown[]) => ({ type: 'doc', content }) as Body;
const paragraph = (text: string, marks: Mark[] = []) => ({
  type: 'paragraph',
  content: [{ type: 'text', text, marks }],
});
/** Lists in each other, each with a word of its own. */
function nested(levels: number): unknown {
  let block: unknown = paragraph('innermost');
  for (let level = 0; level < levels; level++) {
    const item = { type: 'listItem', content: [paragraph(`word${level}`), block] };
    block = { type: 'bulletList', content: [item] };
  }
  return block;
}
const html = (body: Body) =>
  blocksHtml(body.content, {
    tableLabel: '',
    notes: footnotesOf(body),
    noteLabel: () => '',
  });

test('a mark that is named eight thousand times is one mark', () => {
  const marks = Array.from({ length: 8000 }, (_, n) => ({
    type: n % 2 ? ('bold' as const) : ('italic' as const),
  }));
  const body = bodySchema.parse(doc(paragraph('Words', marks)));
  expect(body.content).toEqual([paragraph('Words', [{ type: 'italic' }, { type: 'bold' }])]);
});

test.each([
  ['nested lists', doc(nested(8000))],
  ['too many parts', doc(...Array.from({ length: 60_000 }, () => paragraph('x')))],
  ['too many letters', doc(paragraph('x'.repeat(1_000_001)))],
  ['too many letters in captions', doc({ type: 'image', attrs: { caption: 'x'.repeat(2e6) } })],
])('a body beyond its bounds is refused with a sentence: %s', (_, body) => {
  const parsed = bodySchema.safeParse(body);
  expect(parsed.error?.issues).toHaveLength(1);
  expect(parsed.error?.issues[0]?.message).toMatch(/^The text is too large: /);
});

test('lists of ordinary depth are accepted', () => {
  expect(bodySchema.safeParse(doc(nested(20))).error).toBeUndefined();
});

test('a stored body with lists eight thousand deep can be rendered, and keeps every word', () => {
  const body = soundBody(doc(nested(8000), paragraph('After')));
  expect(bodySchema.safeParse(body).error).toBeUndefined();
  for (const words of [html(body), plainText(body), writeMarkdown(body, () => '')]) {
    expect(words).toContain('innermost');
    expect(words).toContain('word4000');
    expect(words).toContain('After');
  }
  expect(linesOf(body).length).toBeGreaterThan(20);
});

test('HTML is written in a time that grows with the marks, not with their square', () => {
  const marks: Mark[] = Array.from({ length: 1_000_000 }, () => ({ type: 'bold' }));
  const started = performance.now();
  expect(html(doc(paragraph('Words', marks)))).toBe('<p><strong>Words</strong></p>');
  expect(performance.now() - started).toBeLessThan(2000);
});

test('a stored block of a kind that is not known shows its words, and the rest stands', () => {
  const foreign = { type: 'marquee', content: [{ type: 'text', text: 'Moving & <old>' }] };
  const body = soundBody(doc(paragraph('Before'), foreign, null));
  expect(html(body)).toBe('<p>Before</p><p>Moving &amp; &lt;old&gt;</p>');
  expect(plainText(body)).toBe('Before\nMoving & <old>');
});
