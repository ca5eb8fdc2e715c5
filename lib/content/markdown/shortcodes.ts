/**
 * Shortcodes of Hugo and Jekyll in Markdown: `{{< figure >}}`, `{% youtube %}`, replaced by equivalent
 * Markdown.
 */
import type { Nodes, Root } from 'mdast';
import type { Problem } from './problem.ts';

/** The opening delimiters of a shortcode, each with its closing delimiter. */
const CLOSERS: Record<string, string> = { '{{<': '>}}', '{{%': '%}}', '{%': '%}', '{{': '}}' };
const OPENERS = /\{\{[<%]?|\{%/g;
/** Maximum characters of a shortcode: longer text is not read as one. */
const LONGEST = 4000;
const FENCE = '~~~~~~~~';
const ENDS_FENCE = /^(\/|end)highlight$/;

interface Shortcode {
  from: number;
  to: number;
  name: string;
  /** By name, and by place: `0`, `1`. */
  values: Map<string, string>;
}

/**
 * Replaces known shortcodes by Markdown; the others stay as text and are reported. Line numbers do not
 * change, and code is not touched.
 * @param root - of the same text, from `readMarkdown`: it shows where code is
 */
export function expandShortcodes(
  markdown: string,
  root: Root,
): { markdown: string; problems: Problem[] } {
  if (!/\{[{%]/.test(markdown)) return { markdown, problems: [] };
  const found = shortcodesIn(markdown);
  const isCode = codeIn(root);
  const problems: Problem[] = [];
  let expanded = '';
  let at = 0;
  let line = 1;
  /** Whether a shortcode has opened a code block: its content is code too. */
  let isFenced = false;
  for (const shortcode of found) {
    const { from, to, name } = shortcode;
    if (isCode(from) || (isFenced && !ENDS_FENCE.test(name))) continue;
    const whole = markdown.slice(from, to);
    const replaced = markdownOf(shortcode, isAlone(markdown, from, to));
    for (const letter of markdown.slice(at, from)) if (letter === '\n') line++;
    expanded += markdown.slice(at, from);
    at = from;
    if (replaced === null) {
      const kind = name || whole;
      const reason = `The shortcode ${kind.slice(0, 80)} was kept as text: only the site that it comes from knows what it shows.`;
      problems.push({ line, reason });
      continue;
    }
    if (replaced.startsWith(FENCE)) isFenced = !isFenced;
    expanded += replaced + '\n'.repeat(whole.split('\n').length - 1);
    line += whole.split('\n').length - 1;
    at = to;
  }
  return { markdown: expanded + markdown.slice(at), problems };
}

function shortcodesIn(markdown: string): Shortcode[] {
  const found: Shortcode[] = [];
  /** The next position of each closing delimiter, so that no part of the text is searched twice. */
  const next = new Map<string, number>();
  for (const { 0: opener, index } of markdown.matchAll(OPENERS)) {
    const from = index;
    const closer = CLOSERS[opener] ?? '}}';
    let end = next.get(closer);
    if (end === undefined || (end >= 0 && end < from))
      next.set(closer, (end = markdown.indexOf(closer, from)));
    const to = end + closer.length;
    const isInside = from < (found.at(-1)?.to ?? 0);
    if (end < 0 || to - from > LONGEST || isInside) continue;
    const inner = markdown.slice(from + opener.length, end).trim();
    found.push({ from, to, ...namedBy(opener, inner) });
  }
  return found;
}

/**
 * Jekyll's `include youtube.html id=…` is named `youtube`; its `{{ "/a.jpg" | relative_url }}` has no name.
 */
function namedBy(opener: string, inner: string): Pick<Shortcode, 'name' | 'values'> {
  if (opener === '{{') return { name: '', values: new Map([['0', inner]]) };
  const [, own = '', rest = ''] = /^-?\s*(\/?\s*[\w./-]+)([\s\S]*)$/.exec(inner) ?? [];
  const [, included, more = ''] =
    own === 'include' ? (/^\s*([\w./-]+)([\s\S]*)$/.exec(rest) ?? []) : [];
  const name = (included?.replace(/^.*\/|\.\w+$/g, '') ?? own).replace(/\s+/, '').toLowerCase();
  const values = new Map<string, string>();
  const parts = (included === undefined ? rest : more).matchAll(
    /(?:([\w-]+)\s*=\s*)?(?:"([^"]*)"|'([^']*)'|`([^`]*)`|([^\s"'`]+))/g,
  );
  let place = 0;
  for (const [, key, ...written] of parts)
    values.set(
      key?.toLowerCase() ?? String(place++),
      written.find((one) => one !== undefined) ?? '',
    );
  return { name, values };
}

/** Whether a shortcode is alone on its lines. */
function isAlone(markdown: string, from: number, to: number): boolean {
  const before = markdown.slice(markdown.lastIndexOf('\n', from - 1) + 1, from);
  const end = markdown.indexOf('\n', to);
  return (before + markdown.slice(to, end < 0 ? undefined : end)).trim() === '';
}

function markdownOf({ name, values }: Shortcode, alone: boolean): string | null {
  const first = values.get('id') ?? values.get('0') ?? '';
  switch (name) {
    case '':
      return textOf(first);
    case 'figure':
    case 'image':
    case 'img':
      return pictureOf(values);
    case 'youtube': {
      const id = /(?:^|v=|\/)([\w-]{11})(?:$|[?&#])/.exec(first)?.[1];
      return id ? `https://www.youtube.com/watch?v=${id}` : null;
    }
    case 'vimeo':
      return /^\d+$/.test(first) ? `https://vimeo.com/${first}` : null;
    case 'tweet':
    case 'twitter':
    case 'twitter_simple':
    case 'x':
    case 'x_simple': {
      if (/^https:\/\//.test(first)) return first;
      return /^\d+$/.test(first)
        ? `https://x.com/${values.get('user') ?? 'i'}/status/${first}`
        : null;
    }
    case 'instagram':
      return /^[\w-]+$/.test(first) ? `https://www.instagram.com/p/${first}/` : null;
    case 'gist': {
      const way = first.includes('/') ? first : `${first}/${values.get('1') ?? ''}`;
      return /^[\w-]+\/\w+$/.test(way) ? `https://gist.github.com/${way}` : null;
    }
    case 'highlight':
      return alone ? `${FENCE}${/^[\w+#-]*$/.test(first) ? first : ''}` : null;
    case '/highlight':
    case 'endhighlight':
      return alone ? FENCE : null;
    case 'raw':
    case 'endraw':
      return '';
    default:
      return null;
  }
}

/** The text of a Liquid expression, if it is only an address: `site.baseurl`, `"/a.jpg" | relative_url`. */
function textOf(inner: string): string | null {
  if (/^site\.(baseurl|url)$/.test(inner)) return '';
  return /^["']([^"']*)["']\s*\|\s*(?:relative|absolute)_url$/.exec(inner)?.[1] ?? null;
}

function pictureOf(values: Map<string, string>): string | null {
  const src = values.get('src') ?? values.get('image_path') ?? values.get('0');
  if (!src) return null;
  const caption = values.get('caption') ?? values.get('title') ?? '';
  const credit = values.get('attr') ?? '';
  const title = credit ? `${caption} | ${credit}` : caption;
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  const alt = plain(values.get('alt') ?? '').replace(/[\\[\]]/g, '\\$&');
  const words = plain(title).replace(/[\\"]/g, '\\$&');
  return `![${alt}](<${src.replace(/[<>\s\\]/g, encodeURIComponent)}>${words && ` "${words}"`})`;
}

/** Whether a position is in code, as Markdown parses it; positions must be checked in ascending order. */
function codeIn(root: Root): (at: number) => boolean {
  const ranges: [number, number][] = [];
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const { start, end } = node.position ?? {};
    if (node.type === 'code' || node.type === 'inlineCode')
      ranges.push([start?.offset ?? 0, end?.offset ?? 0]);
    else if ('children' in node)
      for (let at = node.children.length - 1; at >= 0; at--)
        waiting.push(node.children[at] as Nodes);
  }
  let at = 0;
  return (place) => {
    while ((ranges[at]?.[1] ?? Infinity) <= place) at++;
    return (ranges[at]?.[0] ?? Infinity) <= place;
  };
}
