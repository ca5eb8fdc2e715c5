import { expect, test } from 'vitest';
import { bodySchema } from '../body/body.ts';
import { parseMarkdown, pictureSources, readMarkdown } from './parse.ts';
import { writeMarkdown } from './write.ts';

const ID = 'ab'.repeat(16);

/** What a text says, written again in Markdown's own words. */
function plain(source: string) {
  const { body, problems } = parseMarkdown(readMarkdown(source), (src) =>
    src.includes('lost') ? null : ID,
  );
  expect(bodySchema.safeParse(body).error).toBeUndefined();
  return { text: writeMarkdown(body, () => 'p.jpg').trim(), body, problems };
}

test.each([
  ['entities of HTML', '<p>It couldn&#8217;t &amp; wouldn&rsquo;t.</p>', 'It couldn’t & wouldn’t.'],
  ['entities among Markdown', 'It couldn&#8217;t &copy; &mdash;', 'It couldn’t © —'],
  ['a break', 'Line one<br>line two.', 'Line one\\\nline two.'],
  ['two breaks', 'one<br><br/>two', 'one\n\ntwo'],
  ['marks', 'a <b>b *c*</b> <em>d</em> **e <i>f</i>**', 'a **b _c_** *d* **e _f_**'],
  ['a link', 'See <a href="https://a.example/c">*the* page</a>.', 'See [*the* page](https://a.example/c).'],
  ['code around Markdown', 'a <code>b *c*</code>', 'a `b `*`c`*'],
  ['a post that is HTML', '<p>One.</p>\n\n<h2>Two</h2>\n\n<ul>\n<li>three</li>\n</ul>', 'One.\n\n## Two\n\n- three'],
  ['a table whose rows are parted', '<table>\n\n<tr><td>a</td><td>b</td></tr>\n\n<tr><td>c</td><td>d</td></tr>\n\n</table>', '| a | b |\n| - | - |\n| c | d |'],
  ['Markdown inside a box', '<div class="note">\n\n**Note** it.\n\n</div>\n\nAfter.', '**Note** it.\n\nAfter.'],
  ['Markdown inside a quote', '<blockquote>\n\nHe said *it*.\n\n</blockquote>\n\nAfter.', '> He said *it*.\n\nAfter.'],
  ['what folds', '<details><summary>More</summary>\n\nHidden *text*.\n\n</details>', '**More**\n\nHidden *text*.'],
  ['a picture', '<img src="a.jpg" alt="HTML picture">', '![HTML picture](p.jpg)'],
  ['a figure', '<figure><img src="a.jpg"><figcaption>C</figcaption></figure>', '![](p.jpg "C")'],
  ['a player', '<iframe src="https://www.youtube.com/embed/AAAAAAAAAC2"></iframe>', 'https://www.youtube.com/watch?v=AAAAAAAAAC2'],
  ['a remark', 'a\n\n<!--more-->\n\nb <!-- c --> d', 'a\n\nb d'],
  ['HTML in a list', '- one<br>two\n- <p>three</p>', '- one\\\n  two\n- three'],
  ['HTML in a cell', '| a<br>b | c |\n|--|--|\n| <b>d</b> | e |', '| a b   | c |\n| ----- | - |\n| **d** | e |'],
  ['HTML in a heading', '## A <em>b</em>', '## A *b*'],
  ['a picture in a sentence', 'a ![x](a.jpg) b', 'a\n\n![x](p.jpg)\n\nb'],
  ['a picture that is a link', '[![x](a.jpg)](https://a.example)', '![x](p.jpg)'],
  ['a picture by reference', '![x][one]\n\n[one]: a.jpg "C"', '![x](p.jpg "C")'],
  ['a picture in a list', '- a\n\n  ![x](a.jpg)\n- b', '- a\n- b\n\n![x](p.jpg)'],
  ['a list of tasks', '- [ ] not done\n- [x] done', '- ☐ not done\n- ☑ done'],
  ['a picture elsewhere', '![x](https://a.example/lost.jpg "C")', '[C](https://a.example/lost.jpg)'],
])('%s is read as on a page', (_, source, text) => {
  expect(plain(source).text).toBe(text);
}); // prettier-ignore

test.each([
  ['a title that is not closed', '<title>\n\nWords *behind* it.'],
  ['a drawing that is not closed', '<svg>\n\nWords *behind* it.'],
  ['a player that is not closed', '<iframe src="https://a.example/x">\n\nWords *behind* it.'],
  ['a script in a sentence', 'Words *behind* it. <script>alert(1)</script>'],
  ['text as it is', '<plaintext>\n\nWords *behind* it.'],
])('%s swallows nothing', (_, source) => {
  expect(plain(source).text).toContain('Words *behind* it.');
});

test('the pictures of HTML are known before it is read', () => {
  expect(pictureSources(readMarkdown('a <img src="b.jpg">\n\n<p><img src=c.jpg></p>'))).toEqual([
    'b.jpg',
    'c.jpg',
  ]);
});
