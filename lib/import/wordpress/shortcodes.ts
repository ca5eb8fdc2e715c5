/** WordPress's own shortcodes, as equivalent HTML; others stay as they are and are reported. */
import { escapeHtml } from '../../content/body/escape-html.ts';
import type { Attachment } from './index-wxr.ts';
import { notice, type Notice } from '../../content/notice.ts';

export interface ShortcodeContext {
  postId: string;
  attachment: (id: string) => Attachment | undefined;
  childrenOf: (postId: string) => readonly string[];
  sharedBlock: (id: string) => string | undefined;
  report: (reason: Notice) => void;
}

const attributesOf = (source: string): Map<string, string> =>
  new Map(
    [...source.matchAll(/(?<![\w-])([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))/g)].map(
      (match) => [match[1] ?? '', match[2] ?? match[3] ?? match[4] ?? ''],
    ),
  );

/** A picture, with its link, at the beginning of a caption. */
const PICTURE_FIRST = /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/i;
const REST = /\[(\/?)([a-z][\w-]{1,40})(\s+[\w-]+=[^[\]]*)?\/?\]/gi;
/** Maximum number of shared blocks that are inserted into one post, since they may refer to each other. */
const MOST_SHARED = 50;

/** Replaces WordPress's shortcodes and the shared blocks of a post by HTML; other shortcodes stay and are reported. */
export function expandShortcodes(html: string, context: ShortcodeContext): string {
  const { report } = context;
  // `[[gallery]]` is how WordPress escapes the shortcode.
  const written = shareBlocks(html, context).replace(
    /\[(\[[a-z][^[\]]*\])\]/gi,
    (_, word: string) => word.replace('[', '&#91;'),
  );
  const captioned = replacePairs(written, 'caption', (attrs, inner) => {
    const [, picture, words = ''] = PICTURE_FIRST.exec(inner) ?? [];
    const caption = words.trim() || escapeHtml(attributesOf(attrs).get('caption') ?? '');
    return picture ? figure(picture, caption) : inner;
  });
  const expanded = replacePairs(captioned, 'embed', (_, address) => `\n\n<p>${address.trim()}</p>\n\n`)
    .replace(/\[gallery\b([^[\]]*)\]/gi, (_, attrs: string) => gallery(attributesOf(attrs), context))
    .replace(/\[(?:video|audio|playlist)\b([^[\]]*)\](?:\s*\[\/(?:video|audio)\])?/gi, (whole, attrs: string) => {
      const values = attributesOf(attrs);
      const src = ['src', 'mp4', 'm4v', 'webm', 'ogv', 'mp3', 'm4a', 'ogg', 'wav'].map((name) => values.get(name)).find(Boolean);
      return src ? `<video src="${escapeHtml(src)}"></video>` : whole;
    })
    .replace(/\[youtube\b[\s=]{0,9}(?:id=)?"?([^[\]"]{1,500})"?\](?:\s*\[\/youtube\])?/gi, (whole, address: string) => {
      const id = /(?:^|v=|\/)([\w-]{11})(?:$|[?&#])/.exec(address.trim())?.[1];
      return id ? `<p>https://www.youtube.com/watch?v=${id}</p>` : whole;
    }); // prettier-ignore
  const closed = new Set(
    [...expanded.matchAll(/\[\/([a-z][\w-]{1,40})\]/gi)].map(([, name]) => name),
  );
  for (const [whole, closing, name, attrs] of expanded.matchAll(REST))
    if (closing || attrs || closed.has(name))
      report({
        kind: `The shortcode [${name}] was kept as text: only it knows what it shows.`,
        text: `The shortcode ${whole.slice(0, 80)} was kept as text: only ${name} knows what it shows.`,
      });
  return expanded;
}

/**
 * Replaces text between an opening and a closing shortcode; after the last closing one no more are searched,
 * so that many unclosed ones cost no time.
 */
function replacePairs(
  html: string,
  name: string,
  made: (attrs: string, inner: string) => string,
): string {
  const closing = `[/${name}]`;
  const last = [...html.matchAll(new RegExp(`\\[/${name}\\]`, 'gi'))].at(-1);
  if (!last) return html;
  const end = last.index + closing.length;
  const pair = new RegExp(`\\[${name}\\b([^[\\]]*)\\]([\\s\\S]*?)\\[/${name}\\]`, 'gi');
  return (
    html.slice(0, end).replace(pair, (_, attrs: string, inner: string) => made(attrs, inner)) +
    html.slice(end)
  );
}

/** The attribute with which the HTML reader gets a picture's credit. */
const credit = ({ credit: words }: Attachment): string =>
  words && ` data-credit="${escapeHtml(words)}"`;

/** Adds credits to pictures of WordPress's media library: a text refers to them by number. */
export const creditPictures = (html: string, attachment: ShortcodeContext['attachment']): string =>
  html.replace(/<img\b(?=[^<>]*\bwp-image-(\d{1,12})\b)/gi, (tag, id: string) => {
    const found = attachment(id);
    return found ? tag + credit(found) : tag;
  });

const figure = (picture: string, caption: string): string =>
  `<figure>${picture}${caption && `<figcaption>${caption}</figcaption>`}</figure>`;

function gallery(attrs: Map<string, string>, context: ShortcodeContext): string {
  const named = (attrs.get('ids') ?? attrs.get('include') ?? '').split(/[\s,]+/).filter(Boolean);
  const ids = named.length > 0 ? named : context.childrenOf(attrs.get('id') ?? context.postId);
  const figures = ids.map((id) => {
    const found = context.attachment(id);
    if (!found) context.report(notice`The gallery’s picture ${id} is not in the export.`);
    return found
      ? figure(`<img src="${escapeHtml(found.src)}" alt="${escapeHtml(found.alt)}"${credit(found)}>`, found.caption)
      : '';
  }); // prettier-ignore
  if (ids.length === 0) context.report(notice`A gallery names no pictures: it was left out.`);
  return `\n\n<figure class="gallery">${figures.join('')}</figure>\n\n`;
}

function shareBlocks(html: string, context: ShortcodeContext): string {
  let left = MOST_SHARED;
  const share = (text: string, around: readonly string[]): string =>
    text.replace(/<!-- wp:block (\{[^{}]*\}) \/-->/g, (whole, attrs: string) => {
      const id = /"ref":\s*(\d+)/.exec(attrs)?.[1];
      const isCircle = !id || around.includes(id);
      const shared = isCircle || left-- <= 0 ? undefined : context.sharedBlock(id);
      return id && shared !== undefined ? share(shared, [...around, id]) : whole;
    });
  return share(html, []);
}
