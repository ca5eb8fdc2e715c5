/**
 * Every scanner that is ours, each with a megabyte of what it likes least: none takes more than seconds of
 * the processor. Parsers that are not ours read before the clock runs. All of it comes from outside: imports,
 * the clipboard, questions to the search.
 */
import { expect, test } from 'vitest';
import { readRedirects } from './redirects.ts';
import { expandShortcodes as expandWordpress } from './wordpress/shortcodes.ts';
import { readFrontMatter } from '../content/front-matter/front-matter.ts';
import { parseHtml } from '../content/html/parse.ts';
import { readPaste } from '../content/html/paste.ts';
import { pictureSources } from '../content/html/pictures.ts';
import { readHtml } from '../content/html/read-html.ts';
import {
  parseMarkdown,
  pictureSources as pictureSourcesOf,
  readMarkdown,
} from '../content/markdown/parse.ts';
import { expandShortcodes } from '../content/markdown/shortcodes.ts';
import { redirectKeys } from '../content/front-matter/redirect.ts';
import { searchText, searchWords } from '../content/search-text.ts';
import { slugFor } from '../content/slug.ts';
import { blocksHtml } from '../content/body/text-html.ts';

const MEGABYTE = 1_000_000;
/** Milliseconds. The slowest takes two seconds on a busy machine; what is not linear takes minutes. */
const LONGEST = 10_000;
/** A text over and over; a number in it makes each time another. */
const filled = (part: string, size = MEGABYTE): string => {
  if (!part.includes('#')) return part.repeat(Math.ceil(size / part.length));
  let text = '';
  for (let at = 0; text.length < size; at++) text += part.replaceAll('#', String(at));
  return text;
};

const ID = 'a'.repeat(32);
const html = (source: string, linesMatter: boolean) => {
  const root = readHtml(source);
  pictureSources(root);
  return parseHtml(root, { base: 'https://a.example/', linesMatter, imageIdOf: () => ID });
};
const wordpress = (source: string) =>
  expandWordpress(source, {
    postId: '1',
    attachment: () => undefined,
    childrenOf: () => [],
    sharedBlock: () => undefined,
    report: () => {},
  });

/** What is read before the clock runs: by a parser that is not ours. */
type Prepared = (source: string) => () => unknown;
const now =
  (read: (source: string) => unknown): Prepared =>
  (source) =>
  () =>
    read(source);
const markdown: Prepared = (source) => {
  const root = readMarkdown(source);
  return () => [pictureSourcesOf(root), parseMarkdown(root, () => ID)];
};
const shortcodes: Prepared = (source) => {
  const root = readMarkdown('');
  return () => expandShortcodes(source, root);
};

const SCANNERS: Record<string, [read: Prepared, inputs: string[]]> = {
  'front matter': [
    now((source) => readFrontMatter(source, ['sport'])),
    [
      `---\n${filled('--- x\n')}`,
      `---${' '.repeat(MEGABYTE)}x`,
      `---\na: ${filled('[')}\n---\n`,
      `---\n${filled('a#: &a#\n')}---\n`,
      `+++\n${filled('a = [')}\n+++\n`,
      `{${filled('"a":{')}`,
      filled('{"'),
    ],
  ],
  'redirects as CSV': [
    now(readRedirects),
    [filled('"'), filled('"a"'), filled(','), filled('/a,/b\n'), filled('"a\n'), filled(';\n')],
  ],
  'former addresses': [
    now(redirectKeys),
    [`/?${filled('a#=1&')}`, filled('/'), filled('/%'), filled('?')],
  ],
  slugs: [
    now(slugFor),
    [filled('Ու'), filled('a '), filled('ե'), filled('’'), filled('aB'), 'a'.repeat(MEGABYTE)],
  ],
  'search text': [
    now((source) => [searchText(source, 'hy'), searchWords(source, 'az')]),
    [filled('եւ'), filled('a '), filled('\u0301'), filled('՛'), 'a'.repeat(MEGABYTE)],
  ],
  'text as HTML': [
    now((source) =>
      blocksHtml(
        [
          { type: 'paragraph', content: [{ type: 'text', text: source }] },
          {
            type: 'paragraph',
            content: Array.from(source.slice(0, 100_000), (text) => ({ type: 'text', text })),
          },
          {
            type: 'paragraph',
            content: Array.from(source.slice(0, 20_000), (text, at) => ({
              type: 'text',
              text,
              marks: at % 2 ? [{ type: 'bold' }, { type: 'italic' }] : [{ type: 'bold' }],
            })),
          },
        ],
        { tableLabel: 'x', notes: [], noteLabel: String },
      ),
    ),
    [filled('<'), filled('&"')],
  ],
  'shortcodes of WordPress': [
    now(wordpress),
    [
      filled('[caption]'),
      filled('[caption '),
      filled('[[gallery'),
      filled('[embed]'),
      filled('[gallery ids='),
      filled('[video '),
      filled('[youtube '),
      filled('[a b='),
      filled('[a#]'),
      filled('[caption]<a '),
      `[caption]${filled('<a ')}[/caption]`,
      `[caption]${' '.repeat(MEGABYTE)}x[/caption]`,
      filled('<!-- wp:block {'),
    ],
  ],
  'shortcodes of Hugo and Jekyll': [
    shortcodes,
    [
      filled('{{<'),
      filled('{% '),
      filled('{{< a >}}\n'),
      filled('{{< a '),
      filled('{{< figure src="a" >}}\n'),
      filled('{{ `'),
      filled('{{< highlight >}}\n'),
    ],
  ],
  HTML: [
    now((source) => html(source, true)),
    [
      filled('<p>a'),
      filled('<b>'),
      filled('<div>'),
      filled('<font color=#><p>'),
      filled('<a href=#><div>'),
      filled('a<br>'),
      filled('a<b>a</b>'),
      filled('a<i></i>'),
      filled('<ul><li>'),
      filled('<li>'),
      filled('<blockquote>a'),
      `<table>${filled('<tr><td>')}`,
      `<table><tr>${filled('<td>')}`,
      `<table><tr>${filled('<td colspan=100>', 300_000)}${filled('<tr><td>')}`,
      filled('<table><tr><td>'),
      filled('<img src=#>'),
      `<div class=gallery><figure>${filled('<img src=#>')}</figure></div>`,
      filled('<figure><img src=#><figcaption>a</figcaption></figure>'),
      filled('<figure>'),
      filled('<blockquote class=twitter-tweet>'),
      filled('<noscript><img src=a>'),
      filled('<pre>'),
      filled('<svg>'),
      filled('&amp'),
      filled('<!--'),
      filled('<'),
      filled('\n \n'),
      filled('<select>'),
      filled('<dt>a'),
    ],
  ],
  'what is pasted': [
    now((source) => readPaste(source, 'https://a.example')),
    [
      filled('<p style="mso-list:l0 level9">'),
      filled('<span style="font-weight:bold">'),
      filled('<!--StartFragment-->'),
      filled('<p style="mso-list:l0 level1"><span style="mso-list:ignore">1.</span>'),
      filled('<b style="font-weight:normal">a'),
    ],
  ],
  // Of Markdown the parser takes a minute a megabyte, so that all but one are shorter: it is what it finds that counts.
  Markdown: [
    markdown,
    [
      filled('<p>a'),
      filled('<p>a\n\n', 20_000),
      filled('a<br>', 20_000),
      filled('a\n\n<div>\n\n', 20_000),
      filled('![](a#.jpg)\n', 20_000),
      `${filled('|a', 4000)}\n${filled('|-', 4000)}\n${filled('a\n', 4000)}`,
      filled('> [!PULL]\n\n', 20_000),
    ],
  ],
};

for (const [name, [read, inputs]] of Object.entries(SCANNERS))
  test.each(inputs.map((input) => [JSON.stringify(input.slice(0, 60)), input] as const))(
    `${name}: %s over and over is read in linear time`,
    (_, input) => {
      const prepared = read(input);
      const { user } = process.cpuUsage();
      prepared();
      expect((process.cpuUsage().user - user) / 1000).toBeLessThan(LONGEST);
    },
    120_000,
  );
