import { expect, test } from 'vitest';
import { bodySchema, type Block } from '../body/body.ts';
import { parseMarkdown, pictureSources, readMarkdown } from './parse.ts';
import { writeMarkdown } from './write.ts';

const ID = 'ab'.repeat(16);
const parse = (source: string) =>
  parseMarkdown(readMarkdown(source), (src) => (src === 'gone.jpg' ? null : ID));
const blocks = (source: string): Block[] => parse(source).body.content;
const rewrite = (source: string) => writeMarkdown(parse(source).body, () => 'images/a.jpg');

test('headings keep to the levels under the headline', () => {
  expect(
    blocks('# One\n\n##### Five').map((block) => block.type === 'heading' && block.attrs.level),
  ).toEqual([2, 4]);
});

test('HTML and addresses that run something are left out and reported by line', () => {
  const { body, problems } = parse(
    'Kept <b>bold</b> [click](javascript:alert(1))\n\n<script>alert(1)</script>\n\n<div onclick="x">Words</div>',
  );
  expect(JSON.stringify(body)).not.toMatch(/javascript|script|onclick|<b>/);
  expect(JSON.stringify(body)).toContain('Words');
  expect(problems.map(({ line }) => line)).toEqual([1, 3]);
});

test('a bare address of a known service alone on its line is an embed, in a sentence it is a link', () => {
  expect(blocks('https://t.me/selmeport/118')).toEqual([
    { type: 'embed', attrs: { provider: 'telegram', url: 'https://t.me/selmeport/118' } },
  ]);
  expect(blocks('See https://t.me/selmeport/118 today.')[0]?.type).toBe('paragraph');
});

test('a pull quote knows who said it', () => {
  expect(blocks('> [!PULL]\n> We pay *twice*.\n> — Ana Vell')).toEqual([
    {
      type: 'pullQuote',
      attrs: { attribution: 'Ana Vell' },
      content: [
        { type: 'text', text: 'We pay ' },
        { type: 'text', text: 'twice', marks: [{ type: 'italic' }] },
        { type: 'text', text: '.' },
      ],
    },
  ]);
});

test('one picture is a figure, several in a row are a gallery, and a missing one is reported', () => {
  expect(blocks('![Cranes](a.jpg "The quay | Photo: A. B.")')).toEqual([
    {
      type: 'image',
      attrs: { imageId: ID, alt: 'Cranes', caption: 'The quay', credit: 'Photo: A. B.' },
    },
  ]);
  expect(blocks('![1](a.jpg)\n![2](b.jpg)')[0]?.type).toBe('gallery');
  expect(parse('![x](gone.jpg)')).toMatchObject({ body: { content: [] }, problems: [{ line: 1 }] });
  expect(pictureSources(readMarkdown('![1](a.jpg)\n\n- ![2](b.jpg)\n\n![1](a.jpg)'))).toEqual([
    'a.jpg',
    'b.jpg',
  ]);
});

test.each([
  'Plain **bold *both* bold** and ~~struck~~ `code` [link **bold**](https://a.example/?a=1&b=(2)).',
  'A  \nbreak, a \\* star, 1\\. no list, snake_case_word, a_b_',
  '1. one\n2. two\n   - inner\n   - inner\n\n     second\n\n- other list\n\n* third list',
  '> quote\n>\n> - list in it\n>\n> more',
  '> [!PULL]\n> Text with **bold**\n> — Ana Vell, minister',
  '> [!PULL]\n> No name',
  '| a | b \\| c |\n| :-- | --: |\n| **1** | `2` |\n| 3 |',
  '```js\nlet a = 1;\n```\n\n---\n\nhttps://www.youtube.com/watch?v=abcdefghijk',
  '![alt "x"](a.jpg "A caption | with bar | Credit")\n\n![alt](a.jpg " | Only credit")\n\n![a](a.jpg)\n![b](b.jpg "B")',
  'Ինչպե՞ս **փոխել**, «այո»։ Şəhər *ışığı*. Ночь — **день**; «кавычки».',
  '**all bold** *all italic* ***both***',
  '# not\n\n+ plus\n\n\\# hash\n\n\\- minus\n\nhttps://example.com in text, me@example.com',
  'word**in**word, кот**о**рый *и*х',
  'A ** b ** c * d _ e',
  'Line ends with backslash\\\\\n\n&amp; &lt;b&gt; ©',
])('what is written is read back to the same tree: %j', (source) => {
  const first = parse(source).body;
  expect(bodySchema.safeParse(first).success).toBe(true);
  const written = writeMarkdown(first, () => 'images/a.jpg');
  expect(parse(written).body).toEqual(first);
  expect(rewrite(written)).toBe(written);
});

test('a footnote’s words stand where the text refers to it, wherever they were written', () => {
  const { body, problems } = parse('A[^x] b[^x].\n\n[^x]: One.\n\n    Two.\n\n[^y]: Nobody’s.\n');
  expect(problems.map(({ reason }) => reason)).toEqual([
    'A footnote that nothing refers to became a paragraph.',
  ]);
  expect(writeMarkdown(body, () => 'p.jpg')).toBe(
    'A[^1] b[^2].\n\nNobody’s.\n\n[^1]: One.\\\n    Two.\n\n[^2]: One.\\\n    Two.\n',
  );
});

test('a picture’s credit is known without a caption, by the last bar alone', () => {
  const words = (title: string) => blocks(`![B](b.jpg "${title}")`)[0];
  expect(words(' | K. Roe / Agency')).toMatchObject({
    attrs: { caption: null, credit: 'K. Roe / Agency' },
  });
  expect(words('Rock | Paper | Scissors')).toMatchObject({
    attrs: { caption: 'Rock | Paper', credit: 'Scissors' },
  });
});
