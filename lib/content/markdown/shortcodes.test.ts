import { expect, test } from 'vitest';
import { readMarkdown } from './parse.ts';
import { expandShortcodes } from './shortcodes.ts';

const expand = (source: string) => expandShortcodes(source, readMarkdown(source));

test.each([
  ['{{< youtube AAAAAAAAAC1 >}}', 'https://www.youtube.com/watch?v=AAAAAAAAAC1'],
  ['{{<youtube id="AAAAAAAAAC1" autoplay="true">}}', 'https://www.youtube.com/watch?v=AAAAAAAAAC1'],
  ['{% youtube https://youtu.be/AAAAAAAAAC1 %}', 'https://www.youtube.com/watch?v=AAAAAAAAAC1'],
  ['{% include youtube.html id="AAAAAAAAAC1" %}', 'https://www.youtube.com/watch?v=AAAAAAAAAC1'],
  ['{{< x user="a" id="12" >}}', 'https://x.com/a/status/12'],
  ['{{< tweet 12 >}}', 'https://x.com/i/status/12'],
  ['{{< instagram abcDEF >}}', 'https://www.instagram.com/p/abcDEF/'],
  ['{{< vimeo 123 >}}', 'https://vimeo.com/123'],
  ['{{< gist spf13 7896402 >}}', 'https://gist.github.com/spf13/7896402'],
  ['{{< figure src="/img/a.jpg" caption="A figure" >}}', '![](</img/a.jpg> "A figure")'],
  [
    '{{< figure src="a b.jpg" alt="An [x]" caption=`A "b"` attr="C" >}}',
    '![An \\[x\\]](<a%20b.jpg> "A \\"b\\" | C")',
  ],
  ['{% include figure.html image_path="/a.jpg" alt="x" %}', '![x](</a.jpg>)'],
  ['![x]({{ site.baseurl }}/a.jpg)', '![x](/a.jpg)'],
  ['![x]({{ "/a.jpg" | relative_url }})', '![x](/a.jpg)'],
  ['{% raw %}a{% endraw %}', 'a'],
  ['{{< highlight go "linenos=table" >}}\nx := {{ y }}\n{{< /highlight >}}', '~~~~~~~~go\nx := {{ y }}\n~~~~~~~~'],
  ['{% highlight ruby %}\nx\n{% endhighlight %}', '~~~~~~~~ruby\nx\n~~~~~~~~'],
])('%s is carried', (source, markdown) => {
  expect(expand(source)).toEqual({ markdown, problems: [] });
}); // prettier-ignore

test('one over several lines leaves the lines below where they are', () => {
  expect(expand('{{< figure\n  src="a.jpg"\n>}}\nb').markdown).toBe('![](<a.jpg>)\n\n\nb');
});

test.each([
  ['{{< notice tip >}}', 'notice'],
  ['{{% /notice %}}', '/notice'],
  ['{% include toc.html %}', 'toc'],
  ['{{ page.title }}', '{{ page.title }}'],
  ['{{< youtube >}}', 'youtube'],
])('%s is kept and reported by its name and line', (source, name) => {
  const { markdown, problems } = expand(`a\n\n${source}`);
  expect(markdown).toBe(`a\n\n${source}`);
  expect(problems).toEqual([{ line: 3, reason: expect.stringContaining(`shortcode ${name} `) }]);
});

test.each([
  '`{{< youtube AAAAAAAAAC1 >}}`',
  '```\n{{< youtube AAAAAAAAAC1 >}}\n```',
  'a {{ b',
  '{%',
])('code and what is none stay: %j', (source) => {
  expect(expand(source)).toEqual({ markdown: source, problems: [] });
});
