import { expect, test } from 'vitest';
import { bodySchema } from '../body/body.ts';
import { writeMarkdown } from '../markdown/write.ts';
import { takeNotes } from './notes.ts';
import { parseHtml, type HtmlOptions } from './parse.ts';
import { pictureSources } from './pictures.ts';
import { readHtml } from './read-html.ts';

const ID = 'a'.repeat(32);
function read(html: string, options: Partial<HtmlOptions> = {}) {
  const { body, problems } = parseHtml(readHtml(html), {
    base: 'https://old.example/2020/story/',
    linesMatter: false,
    imageIdOf: (src) => (src.includes('lost') ? null : ID),
    ...options,
  });
  expect(bodySchema.safeParse(body).error).toBeUndefined();
  return {
    text: writeMarkdown(body, () => 'p.jpg').trim(),
    body,
    problems: problems.map(({ text }) => text),
  };
}

test.each([
  [
    'paragraphs and marks',
    '<p>A <b>b</b> <em>c</em>\n<code>d</code></p><p> e </p>',
    'A **b** *c* `d`\n\ne',
  ],
  ['headings between 2 and 4', '<h1>A</h1><h6>B <img src=p></h6>', '## A\n\n#### B\n\n![](p.jpg)'],
  ['nested lists', '<ul><li>a<ol start=3><li>b</ol><li>c</ul>', '- a\n\n  3. b\n- c'],
  ['a list that lies beside its item', '<ul><li>a</li><ul><li>b</li></ul></ul>', '- a\n  - b'],
  ['two breaks as two paragraphs', 'a<br><br>b<br>c', 'a\n\nb\\\nc'],
  ['a quote with who said it', '<blockquote><p>a</p><cite>B</cite></blockquote>', '> a\n>\n> — B'],
  [
    'a figure',
    '<figure><img src=p alt=x><figcaption>C <i>d</i></figcaption></figure>',
    '![x](p.jpg "C d")',
  ],
  ['a picture inside a sentence', '<p>a <img src=p alt=x> b</p>', 'a\n\n![x](p.jpg)\n\nb'],
  ['code', '<pre><code class="language-js">a\n  &lt;b</code></pre>', '```js\na\n  <b\n```'],
  [
    'a link that leans on its page',
    '<a href="../x?y#z">a</a>',
    '[a](https://old.example/2020/x?y#z)',
  ],
  [
    'a player',
    '<iframe src="//www.youtube-nocookie.com/embed/abcdefghijk?rel=0"></iframe>',
    'https://www.youtube.com/watch?v=abcdefghijk',
  ],
  [
    'an address alone on a line',
    '<p>http://twitter.com/a/status/12</p>',
    'https://x.com/a/status/12',
  ],
  [
    'a quoted post',
    '<blockquote class="twitter-tweet"><p>Hi <a href="https://t.co/x">x</a></p><a href="https://twitter.com/a/status/12?s=1">d</a></blockquote><script async src="https://platform.twitter.com/widgets.js"></script>',
    'https://x.com/a/status/12',
  ],
  [
    'a telegram widget',
    '<script src="https://telegram.org/js/x.js" data-telegram-post="chan/12"></script>',
    'https://t.me/chan/12',
  ],
  [
    'a Facebook player',
    '<iframe src="https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fvideos%2F12345%2F&w=1"></iframe>',
    'https://www.facebook.com/a/videos/12345',
  ],
  [
    'a gallery',
    '<figure class="wp-block-gallery"><figure><img src=p><figcaption>1</figcaption></figure><figure><img src=q></figure></figure>',
    '![](p.jpg "1")\n![](p.jpg)',
  ],
  [
    'a late picture, once',
    '<figure><img data-src=p src="data:image/gif;base64,x"><noscript><img src=p></noscript></figure>',
    '![](p.jpg)',
  ],
])('%s', (_, html, markdown) => {
  const { text, problems } = read(html);
  expect(text).toBe(markdown);
  expect(problems).toEqual([]);
});

test('a pull quote keeps who said it', () => {
  const { body } = read(
    '<figure class="wp-block-pullquote"><blockquote><p>A</p><cite>B</cite></blockquote></figure>',
  );
  expect(body.content).toEqual([
    { type: 'pullQuote', attrs: { attribution: 'B' }, content: [{ type: 'text', text: 'A' }] },
  ]);
});

test('a table has a header, equal rows and no merged cells', () => {
  const { text, problems } = read(
    '<table><tr><td colspan=2>a<td style="text-align:right">b<tr><td rowspan=2>c<td>d<tr><td>e<td>f</table>',
  );
  expect(text.replace(/ +/g, ' ')).toBe('| a | | b |\n| - | - | -: |\n| c | d | |\n| | e | f |');
  expect(problems).toEqual(['Merged cells of a table were taken apart.']);
});

test('lines matter where WordPress had no blocks', () => {
  const html =
    'One <b>two\n\nthree</b>\nfour<br />\nfive\n\n<h2>Six</h2>\nseven\n<pre>a\n\nb</pre>';
  expect(read(html, { linesMatter: true }).text).toBe(
    'One **two**\n\n**three**\\\nfour\\\nfive\n\n## Six\n\nseven\n\n```\na\n\nb\n```',
  );
});

test('unsupported content is kept as text and reported', () => {
  const { text, problems } = read(
    '<p>x<u>2</u> <a href="java\nscript:alert(1)">b</a> <a href="tel:+1">c</a></p>' +
      '<p><img src="/lost.jpg" alt="A boat"></p><video src="/film.mp4"></video>' +
      '<blockquote><h2>T</h2><img src=p></blockquote><!-- wp:latest-posts {"a":1} /-->',
  );
  expect(text).toBe('x2 b c\n\n[A boat](/lost.jpg)\n\n[/film.mp4](/film.mp4)\n\n> T\n\n![](p.jpg)');
  expect(problems).toEqual([
    expect.stringContaining('<u>'),
    expect.stringMatching(/The link to “java\nscript/),
    expect.stringContaining('tel:+1'),
    expect.stringContaining('The picture /lost.jpg is not among the media'),
    expect.stringContaining('<video> of /film.mp4'),
    expect.stringContaining('heading inside a list or a quote'),
    expect.stringContaining('image inside a list or a quote'),
    expect.stringContaining('latest-posts'),
  ]);
});

test('nothing that runs survives', () => {
  const attacks = [
    '<script>alert(1)</script>',
    '<img src=lost onerror=alert(1)>',
    '<svg onload=alert(1)><a href="javascript:1">x</a></svg>',
    '<a href="&#1;javascript:alert(1)">x</a>',
    '<a href="\\\\evil.example/x">x</a>',
    '<a href="data:text/html,x">x</a>',
    '<iframe srcdoc="<script>1</script>" src="javascript:alert(1)"></iframe>',
    '<math><mtext><script>alert(1)</script>',
    '<template><img src=x onerror=alert(1)></template>',
    '<a href="vbscript:x"><b>x',
    '<style>@import "x"</style>',
    '<a href="/\\evil.example">x</a>',
    '<a href="/.//evil.example">x</a>',
  ];
  for (const attack of attacks) {
    const json = JSON.stringify(read(attack).body);
    expect([attack, json]).not.toEqual([
      attack,
      expect.stringMatching(/"href":"(javascript|data|vbscript|\/\/|\/\\)/),
    ]);
    expect(json).not.toMatch(/alert\(1\)<|onerror|srcdoc|@import/);
  }
});

test('no word of a page is lost, however it is nested', () => {
  const deep = '<div>'.repeat(5000) + 'deep' + '</div>'.repeat(5000);
  const html = `${deep}<ul>loose<li><h3>a1</h3><table><tr><td>a2<td>a3</table><pre>a4</pre></ul>
    <figure>a5<img src=p><figcaption>a6</figcaption></figure><div class="gallery">a7<img src=p></div>
    <dl><dt>a8<dd>a9</dl><details><summary>b1</summary>b2</details><button>b3</button><unknown>b4</unknown>
    <figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://b.example/"><div class="kg-bookmark-title">b5</div><div class="kg-bookmark-description">b6</div><img src=lost></a></figure>`;
  const { body } = read(html);
  const words = JSON.stringify(body);
  for (const word of 'deep loose a1 a2 a3 a4 a5 a6 a7 a8 a9 b1 b2 b3 b4 b5 b6'.split(' '))
    expect(words).toContain(word);
});

test('the pictures of a text are named, each once', () => {
  expect(pictureSources(readHtml('<img src=a><p><a><img src=b></a><img src=a><img>'))).toEqual([
    'a',
    'b',
  ]);
});

test('links and pictures are kept where only the path of their page is known', () => {
  const html =
    '<p><a href="https://e.example/r">r</a> <a href="/other/">o</a> <a href="next">n</a> <a href="#end">e</a> <a href="mailto:a@e.example">m</a></p><img src="/content/images/lost.jpg" alt="">';
  expect(read(html, { base: '/links/' }).text).toBe(
    '[r](https://e.example/r) [o](/other/) [n](/links/next) [e](#end) [m](mailto:a@e.example)\n\n' +
      '[lost.jpg](/content/images/lost.jpg)',
  );
});

test('superscript, subscript and quotation marks are kept', () => {
  expect(read('<p>10<sup>6</sup> CO<sub>2</sub> <b>5<sup>1</sup></b></p>').text).toBe(
    '10<sup>6</sup> CO<sub>2</sub> **5<sup>1</sup>**',
  );
  expect(read('<p>He said <q>never</q>.</p>', { quotes: ['«', '»'] }).text).toBe(
    'He said «never».',
  );
});

test('a file is a link by its name', () => {
  const html =
    '<div class="wp-block-file"><a href="https://q.example/r.pdf">Report</a><a href="https://q.example/r.pdf" class="wp-block-file__button" download>Download</a></div>';
  expect(read(html).text).toBe('[Report](https://q.example/r.pdf)');
});

test.each([
  [
    'WordPress',
    '<p>It<sup data-fn="a" class="fn"><a href="#a" id="a-link">1</a></sup> was.</p><ol class="wp-block-footnotes"><li id="a">The <em>one</em> <a href="#a-link">↩︎</a></li></ol>',
  ],
  [
    'a page made of Markdown',
    '<p>It<sup id="fnref1"><a href="#fn1">[1]</a></sup> was.</p><section><hr><ol><li id="fn1"><p>The <em>one</em> <a href="#fnref1">↩</a></p></li></ol></section>',
  ],
  [
    'Word',
    '<p>It<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a> was.</p><div><hr><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> The <em>one</em></p></div></div>',
  ],
  [
    'a page of ours',
    '<p>It<sup><a href="https://p.example/en/post/a#note-1" id="note-1-text">1</a></sup> was.</p><section><ol><li id="note-1">The <em>one</em> <a href="https://p.example/en/post/a#note-1-text">↩</a></li></ol></section>',
  ],
])('footnotes of %s are the text’s own', (_, html) => {
  expect(read(html).text).toBe('It[^1] was.\n\n[^1]: The *one*');
});

test('a link within a page that is no footnote stays a link', () => {
  expect(read('<p><a href="#end">end</a></p><p id="end">Here.</p>').text).toBe(
    '[end](#end)\n\nHere.',
  );
});

test.each([
  ['notes inside each other', '<div id=n# ><a href=#r#>b</a>', '<a href=#n# id=r#>a</a>'],
  [
    'a long list of notes',
    '<li id=n#>w <a href=#r#>b</a></li>',
    '<sup><a href=#n# id=r#>a</a></sup>',
  ],
  ['one paragraph of references', '<p id=n#>w <a href=#r#>b</a></p>', '<a href=#n# id=r#>a</a>'],
])('a megabyte of %s is read within a second', (_, note, reference) => {
  const count = Math.floor(1_000_000 / (note.length + reference.length + 12));
  const each = (pattern: string) =>
    Array.from({ length: count }, (__, at) => pattern.replaceAll('#', String(at))).join('');
  const html =
    each(reference.replace('href=#', 'href=%#')) + each(note.replace('href=#', 'href=%#'));
  const root = readHtml(html.replaceAll('%', '#'));
  const begun = performance.now();
  takeNotes(root);
  // Three times what it is asked for, since the machine may do much else.
  expect(performance.now() - begun).toBeLessThan(3000);
});
