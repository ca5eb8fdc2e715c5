/**
 * An article's text as a feed carries it: complete, with absolute addresses that work in any feed reader.
 */
import type { CaptionedPicture, Correction, Picture } from '../../content/article.ts';
import type { HtmlOptions } from '../../content/block-definition.ts';
import { footnotesOf } from '../../content/body/footnotes.ts';
import { escapeHtml } from '../../content/body/escape-html.ts';
import { pictureAddress } from '../../content/body/picture.ts';
import { blocksHtml, notesHtml } from '../../content/body/text-html.ts';
import { formatDay } from '../../i18n/formats.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { FeedArticle } from '../../publication/lists/feed.ts';
import { articleWordsOf } from '../messages.ts';

/** Pixels: the largest width at which a feed reader shows a picture. */
const WIDEST = 1200;

/**
 * The article as HTML: lead picture, text, pictures, embeds as links, corrections.
 * @param site - the portal's own address, without a slash at its end
 * @param url - the article's address
 */
export function feedHtml(article: FeedArticle, site: string, url: string): string {
  const { locale, image, body, pictures, corrections } = article;
  const words = articleWordsOf(locale);
  const options: HtmlOptions = {
    tableLabel: words.table,
    notes: footnotesOf(body),
    noteLabel: numbered(words.note),
    figure({ attrs }) {
      const picture = pictures[attrs.imageId];
      return picture ? figureHtml(picture, attrs, site) : '';
    },
  };
  return [
    image ? figureHtml(image, image, site) : '',
    absolute(
      blocksHtml(body.content, options) +
        notesHtml({ ...options, title: words.notes, backLabel: numbered(words.noteBack) }),
      site,
      url,
    ),
    correctionsHtml(corrections, locale),
  ].join('');
}

const numbered = (words: string) => (number: number) => words.replace('{number}', String(number));

/** Makes links absolute, so that they work wherever the text is read. */
const absolute = (html: string, site: string, url: string): string =>
  // Only a link contains `<a href="`: in a text its first character is escaped.
  html.replaceAll('<a href="/', `<a href="${site}/`).replaceAll('<a href="#', `<a href="${url}#`);

function figureHtml(
  picture: Picture,
  { alt, caption, credit }: Pick<CaptionedPicture, 'alt' | 'caption' | 'credit'>,
  site: string,
): string {
  const width = picture.widths.filter((each) => each <= WIDEST).at(-1) ?? picture.width;
  const height = Math.round((width * picture.height) / picture.width);
  const image = `<img src="${escapeHtml(site + pictureAddress(picture, width, 'webp'))}" width="${width}" height="${height}" alt="${escapeHtml(alt)}">`;
  const words = [
    caption ? escapeHtml(caption) : '',
    credit ? `<small>${escapeHtml(credit)}</small>` : '',
  ].filter(Boolean);
  const legend = words.length > 0 ? `<figcaption>${words.join(' ')}</figcaption>` : '';
  return `<figure>${image}${legend}</figure>`;
}

function correctionsHtml(corrections: readonly Correction[], locale: Locale): string {
  if (corrections.length === 0) return '';
  const items = corrections.map(
    ({ at, text }) =>
      `<li><time datetime="${at}">${escapeHtml(formatDay(at, locale))}</time>: ${escapeHtml(text)}</li>`,
  );
  return `<h2>${escapeHtml(articleWordsOf(locale).corrections)}</h2><ul>${items.join('')}</ul>`;
}
