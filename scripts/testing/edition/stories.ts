/** The stories of the made edition that tests open by name. */
import { LEAD as LEAD_WORDS, PARAGRAPHS, STANDFIRST, type EditionLocale } from './words.ts';

export interface MadeArticle {
  category: string;
  slug: string;
  headline: string;
  standfirst: string;
  kicker?: string;
  authors: string[];
  topics: string[];
  /** ISO 8601. */
  publishedAt: string;
  updatedAt?: string;
  views: number;
  corrections?: { at: string; text: string }[];
  /** The number of its picture; null for none. */
  picture: number | null;
  /** Markdown. */
  text: string;
}
interface MadeStory<Locales extends EditionLocale> {
  story: string;
  articles: Readonly<Record<Locales, MadeArticle>>;
}

/** The rows that its table has in every language. */
const LEAD_TABLE = `| 2024 | 2025 | 2026 |
| --: | --: | --: |
| 871 | 402 | 388 |
| 57 | 600 | No road |`;

const lead = (locale: EditionLocale): MadeArticle => {
  const { headline, slug, opening, standfirst, word } = LEAD_WORDS[locale];
  const [, second = '', third = '', fourth = ''] = PARAGRAPHS[locale];
  return {
    category: 'analytics',
    slug,
    headline,
    standfirst,
    authors: ['mila-arden'],
    topics: ['coast', 'budget'],
    publishedAt: '2026-11-24T02:00:00Z',
    views: 1840,
    picture: 0,
    text: `${opening}. ${second}

${third}

## ${word.charAt(0).toUpperCase()}${word.slice(1)}

${LEAD_TABLE}

> [!PULL]
> ${third}
> — Ana Horst

${fourth}

1. ${word};
2. *${word}*.

![${standfirst}](images/1.jpg "${STANDFIRST[locale]} | Drawing: the desk")
![${headline}](images/2.jpg "${opening} | Drawing: the desk")

${second}

${third}`,
  };
};

/** Four languages, a picture, a table, a quotation that stands apart, a list, a gallery. */
export const LEAD: MadeStory<EditionLocale> = {
  story: 'quarry',
  articles: { en: lead('en'), ru: lead('ru'), hy: lead('hy'), az: lead('az') },
};

const embed = (locale: 'en' | 'ru', headline: string, slug: string, correction: string) => ({
  category: 'society',
  slug,
  headline,
  standfirst: STANDFIRST[locale],
  kicker: locale === 'en' ? 'Reportage' : 'Репортаж',
  authors: ['oren-tasse', 'lia-novik'],
  topics: ['coast', 'chess'],
  publishedAt: '2026-11-23T17:10:00Z',
  updatedAt: '2026-11-24T01:30:00Z',
  views: 3120,
  corrections: [{ at: '2026-11-24T01:30:00Z', text: correction }],
  picture: 3,
  text: `${PARAGRAPHS[locale].join('\n\n')}\n\nhttps://t.me/veldarpost/412`,
});

/** A post of another company, a correction, two authors, and signs that HTML escapes in its headline. */
export const EMBED: MadeStory<'en' | 'ru'> = {
  story: 'clock',
  articles: {
    en: embed(
      'en',
      'The last bus to Saro & the village that “moved” its clock',
      'the-village-that-moved-its-clock',
      'An earlier version said that the bus stops for four minutes. It stops for two.',
    ),
    ru: embed(
      'ru',
      'Последний автобус в Саро и деревня, которая «перевела» часы',
      'derevnya-kotoraya-perevela-chasy',
      'В первой версии говорилось, что автобус стоит четыре минуты. Он стоит две.',
    ),
  },
};

/** A short story of words and a table, without a picture. */
export const TABLE: MadeStory<'en'> = {
  story: 'limestone',
  articles: {
    en: {
      category: 'economy',
      slug: 'limestone-again',
      headline: 'Limestone again',
      standfirst: 'The kilns of Dorve went out in 1987. Two brothers have lit one of them.',
      authors: ['mila-arden'],
      topics: ['coast', 'budget'],
      publishedAt: '2026-11-22T06:00:00Z',
      views: 702,
      picture: null,
      text: `${PARAGRAPHS.en.join('\n\n')}\n\n| Where the money went | Marks |\n| :-- | --: |\n| Wood | 34,000 |\n| Limestone | 9,500 |`,
    },
  },
};

const video = (locale: EditionLocale, headline: string, slug: string): MadeArticle => ({
  category: 'economy',
  slug,
  headline,
  standfirst: STANDFIRST[locale],
  authors: ['mila-arden'],
  topics: ['budget'],
  publishedAt: '2026-11-21T06:00:00Z',
  updatedAt: '2026-11-22T06:00:00Z',
  corrections: [{ at: '2026-11-22T06:00:00Z', text: headline }],
  views: 540,
  picture: 4,
  text: `${PARAGRAPHS[locale].join('\n\n')}\n\nhttps://www.youtube.com/watch?v=aqz-KE-bpKQ\n\n> ${PARAGRAPHS[locale][3]}`,
});

/** A film of another company, in every language. */
export const VIDEO: MadeStory<EditionLocale> = {
  story: 'film',
  articles: {
    en: video('en', 'The strait that was filmed for one night', 'the-strait-that-was-filmed'),
    ru: video('ru', 'Пролив, который снимали одну ночь', 'proliv-kotoryy-snimali'),
    hy: video('hy', 'Նեղուցը, որը նկարահանեցին մեկ գիշեր', 'neghucy-vory-nkarahanecin'),
    az: video('az', 'Bir gecə çəkilən boğaz', 'bir-gece-cekilen-bogaz'),
  },
};

/** A story that is in English and nowhere else. */
export const ALONE: MadeStory<'en'> = {
  story: 'kiosk',
  articles: {
    en: {
      category: 'culture',
      slug: 'one-kiosk-left',
      headline: 'One kiosk left',
      standfirst: 'Tamrin had 212 kiosks. The one that is left sells newspapers.',
      authors: ['lia-novik'],
      topics: ['budget'],
      publishedAt: '2025-06-03T13:05:00Z',
      views: 2070,
      picture: null,
      text: PARAGRAPHS.en.slice(1).join('\n\n'),
    },
  },
};

/** The address of an article, from the first slash. */
export const pathOf = <Locale extends EditionLocale>(
  { articles }: MadeStory<Locale>,
  locale: Locale,
): string => `/${locale}/post/${articles[locale].slug}`;
