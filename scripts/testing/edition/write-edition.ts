/**
 * The edition that tests read: made here and not that of the demonstration, which a newsroom may delete. Small
 * in pictures, rich in kinds: every block, every language, lists of two pages, a list too thin to be found.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { EDITION_LOCALES, MATTERS, PARAGRAPHS, PLACES, STANDFIRST } from './words.ts';
import { ALONE, EMBED, LEAD, TABLE, VIDEO, type MadeArticle } from './stories.ts';
import type { EditionLocale } from './words.ts';

/** One article of the edition, as a file of Markdown says it. */
export interface EditionArticle extends MadeArticle {
  story: string;
  locale: EditionLocale;
}

/** The stories of each category that are made of a place and a matter. Two pages of analytics. */
const PER_CATEGORY = {
  analytics: 18,
  politics: 3,
  economy: 3,
  society: 3,
  culture: 3,
  science: 3,
  sport: 3,
  world: 3,
} as const;
const DAY = 86_400_000;
const NEWEST = Date.parse('2026-11-22T06:00:00Z');
const PICTURES = 9;

/** Every article of the edition. The category `world` has none in Azerbaijani. */
export function editionArticles(): EditionArticle[] {
  const named = [LEAD, EMBED, TABLE, VIDEO, ALONE].flatMap(({ story, articles }) =>
    Object.entries(articles).map(([locale, article]) => ({
      story,
      locale: locale as EditionLocale,
      ...article,
    })),
  );
  return [...named, ...plainArticles()];
}

function plainArticles(): EditionArticle[] {
  const categories = Object.entries(PER_CATEGORY).flatMap(([category, count]) =>
    Array.from({ length: count }, () => category),
  );
  return categories.flatMap((category, index) => {
    const place = PLACES[index % PLACES.length];
    const matter = MATTERS[index % MATTERS.length];
    const locales = EDITION_LOCALES.filter(
      (locale) => !(category === 'world' && locale === 'az'),
    );
    return locales.map((locale) => ({
      story: `made-${index + 1}`,
      locale,
      category,
      slug: `made-${index + 1}-${locale}`,
      headline: `${place?.[locale]}: ${matter?.[locale]}`,
      standfirst: STANDFIRST[locale],
      authors: [AUTHORS[index % AUTHORS.length] ?? ''],
      topics: [index % 2 === 0 ? 'coast' : 'budget'],
      publishedAt: new Date(NEWEST - index * DAY).toISOString(),
      views: 40 + index,
      picture: index % 2 === 0 ? (index / 2) % PICTURES : null,
      text: PARAGRAPHS[locale].join('\n\n'),
    }));
  });
}

const AUTHORS = ['mila-arden', 'oren-tasse', 'lia-novik'];

const AUTHORS_FILE = `mila-arden:
  names: { en: Mila Arden, ru: Мила Арден, hy: Միլա Արդեն, az: Mila Arden }
  roles: { en: Economics editor, ru: Редактор, hy: Խմբագիր, az: Redaktor }
  biographies: { en: Reads budgets., ru: Читает бюджеты., hy: Կարդում է բյուջեներ։, az: Büdcələri oxuyur. }
  links: [https://social.example/@mila-arden]
oren-tasse:
  names: { en: Oren Tasse, ru: Орен Тассе, hy: Օրեն Տասսե, az: Oren Tasse }
  roles: { en: Correspondent, ru: Корреспондент, hy: Թղթակից, az: Müxbir }
lia-novik:
  names: { en: Lia Novik, ru: Лия Новик, hy: Լիա Նովիկ, az: Lia Novik }
`;
const TOPICS_FILE = `coast: { names: { en: Coast, ru: Побережье, hy: Ափ, az: Sahil } }
budget: { names: { en: Budget, ru: Бюджет, hy: Բյուջե, az: Büdcə } }
chess: { names: { en: Chess, ru: Шахматы, hy: Շախմատ, az: Şahmat } }
`;

/**
 * Writes the edition into a folder, which `portal import` reads.
 * @param pixels - the width of its pictures; search engines ask for 1200
 */
export async function writeEdition(folder: string, pixels = 1600): Promise<void> {
  mkdirSync(join(folder, 'images'), { recursive: true });
  writeFileSync(join(folder, 'authors.yaml'), AUTHORS_FILE);
  writeFileSync(join(folder, 'topics.yaml'), TOPICS_FILE);
  for (let number = 0; number < PICTURES; number++)
    writeFileSync(join(folder, 'images', `${number}.jpg`), await picture(number, pixels));
  for (const article of editionArticles())
    writeFileSync(join(folder, `${article.story}.${article.locale}.md`), fileOf(article));
}

/** A sky over a field, of other colours for each number. */
function picture(number: number, pixels: number): Promise<Buffer> {
  const [hue, height] = [number * 40, Math.round((pixels * 3) / 4)];
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${height}">
    <rect width="100%" height="100%" fill="hsl(${hue} 60% 70%)"/>
    <rect width="100%" height="45%" y="55%" fill="hsl(${hue + 90} 40% 35%)"/>
    <circle cx="${30 + number * 5}%" cy="30%" r="9%" fill="hsl(${hue + 180} 70% 80%)"/></svg>`;
  return sharp(Buffer.from(drawing)).jpeg().toBuffer();
}

function fileOf(article: EditionArticle): string {
  const { text, picture: number, corrections = [], ...fields } = article;
  const image =
    number === null
      ? []
      : [
          `image: ${JSON.stringify({ src: `images/${number}.jpg`, alt: 'A field under a wide sky', caption: 'The field by the road.', credit: 'Drawing: the desk' })}`,
        ];
  const head = Object.entries(fields).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  const corrected =
    corrections.length > 0 ? [`corrections: ${JSON.stringify(corrections)}`] : [];
  return `---\n${[...head, ...image, ...corrected].join('\n')}\n---\n${text}\n`;
}
