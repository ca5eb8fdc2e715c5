import { feedAddress } from '../pages/all/feeds.ts';
import { page as article } from '../pages/article.ts';
import { page as category } from '../pages/category.ts';
import { page as front } from '../pages/front.ts';
import { publication } from '../../publication.config.ts';
import type { ArticleCard } from '../content/article.ts';
import { LOCALE_LABELS, type Locale } from '../i18n/locales.ts';

/** A text, escaped for a link of Markdown. */
const plain = (text: string): string => text.replace(/[[\]\\`*_<>]/g, '\\$&').replace(/\s+/g, ' ');

const link = (text: string, url: string, note?: string | null): string =>
  `- [${plain(text)}](${url})${note ? `: ${plain(note)}` : ''}`;

/** llms.txt: the newest articles of each locale, and links into the archive. */
export function writeLlms(
  site: string,
  locales: readonly {
    locale: Locale;
    newest: readonly ArticleCard[];
    /** Slugs of the categories that have articles to read. */
    categories: readonly string[];
  }[],
): string {
  const newest = locales.flatMap(({ locale, newest: cards }) => [
    `## ${LOCALE_LABELS[locale].name}`,
    '',
    ...cards.map((card) =>
      link(card.headline, site + article.href({ locale, slug: card.slug }), card.standfirst),
    ),
    '',
  ]);
  const archive = locales.flatMap(({ locale, categories }) => [
    link(`${publication.name}, ${LOCALE_LABELS[locale].name}`, site + front.href({ locale })),
    ...publication.categories
      .filter(({ slug }) => categories.includes(slug))
      .map(({ slug, names, descriptions }) =>
        link(names[locale], site + category.href({ locale, category: slug }), descriptions[locale]),
      ),
    link(
      `RSS, ${LOCALE_LABELS[locale].name}`,
      site + feedAddress(front.href({ locale }), 'feed.xml'),
    ),
  ]);
  return [
    `# ${publication.name}`,
    '',
    `> ${publication.descriptions.en}`,
    '',
    ...newest,
    '## Archive',
    '',
    link('Every article, by locale and month', `${site}/sitemap.xml`),
    ...archive,
    '',
  ].join('\n');
}
