/** Maps the front matter fields of Hugo and Jekyll to ours. */
import { publication } from '../../publication.config.ts';
import type { Head } from '../content/front-matter/head.ts';
import { looseMoment } from '../content/front-matter/moment.ts';
import { slugFor } from '../content/slug.ts';
import { isLocale, type Locale } from '../i18n/locales.ts';
import { placeInCategory } from './site/categories.ts';
import { digest } from './site/site-post.ts';

/** Their field names by ours; the first one with a value is used. */
const THEIRS = {
  headline: ['title'],
  publishedAt: ['publishDate', 'date'],
  updatedAt: ['lastmod', 'last_modified_at', 'updated'],
  standfirst: ['summary', 'description', 'excerpt', 'subtitle'],
  authors: ['authors', 'author'],
  topics: ['tags', 'tag', 'keywords'],
  category: ['categories', 'category'],
  status: ['draft', 'published'],
  locale: ['locale', 'language', 'lang'],
  story: ['translationKey', 'ref'],
  image: ['image', 'featured_image', 'cover', 'images', 'thumbnail'],
  slug: ['slug'],
  aliases: ['aliases', 'redirect_from', 'url', 'permalink'],
} as const;
const KNOWN = new Set<string>(Object.values(THEIRS).flat());
/** Maximum characters of a name, and maximum names of one article. */
const LONGEST_NAME = 200;
const MOST_NAMES = 20;

export interface ForeignPlace {
  /** Prefix of the story keys: identifies the site. */
  site: string;
  /** The file's path within the folder, with `/`. */
  file: string;
  /** For a file that states no language in its front matter or its name. */
  locale: Locale;
  /** The category for articles that match no category of the portal. */
  category: string | null;
}

export interface TranslatedHead {
  fields: Record<string, unknown>;
  /** Former addresses of the article. */
  aliases: string[];
  /** The slug from its file's name. */
  preferredSlug: string;
  /** Fields that were used, as `title → headline`, and fields that were not. */
  taken: string[];
  leftOut: string[];
  notes: string[];
}

/** Whether a front matter has another system's field names: ours always has a story and a headline. */
export const isForeign = ({ fields }: Pick<Head, 'fields'>): boolean =>
  !('story' in fields) && !('headline' in fields);

/**
 * Translates a front matter to our field names; invalid values stay, so that the validation of our fields
 * reports them.
 */
export function translateHead(
  theirs: Record<string, unknown>,
  place: ForeignPlace,
): TranslatedHead {
  const taken: string[] = [];
  const notes: string[] = [];
  const take = (ours: keyof typeof THEIRS): unknown => {
    const name = THEIRS[ours].find((key) => isSaid(theirs[key]));
    if (name !== undefined && name !== ours) taken.push(`${name} → ${ours}`);
    return name === undefined ? undefined : theirs[name];
  };
  const name = nameOf(place.file);
  const moment = (value: unknown) => {
    const read = typeof value === 'string' ? looseMoment(value, publication.timeZone) : null;
    return value === undefined ? {} : { at: read?.toISOString() ?? String(value) };
  };
  const written = moment(take('publishedAt') ?? name.day);
  const changed = moment(take('updatedAt'));
  const named = namesIn(take('category'), /\s*,\s*/).map((text) => ({
    slug: slugFor(text),
    name: text,
  }));
  const { category, others } = placeInCategory({ categories: named.map((one) => [one]) });
  const topics = [...namesIn(take('topics'), /\s*,\s*|\s+/), ...others.map((one) => one.name)];
  const authors = namesIn(take('authors'), /\s*,\s*/);
  const few = (what: string, all: string[]) => {
    const unique = [...new Set(all)];
    const over = unique.slice(MOST_NAMES);
    if (over.length > 0)
      notes.push(`More than ${MOST_NAMES} ${what}: ${over.join(', ')} left out.`);
    return unique.slice(0, MOST_NAMES);
  };
  const image = imageOf(take('image'));
  const isDraft =
    theirs['draft'] === true || theirs['published'] === false || name.folders.includes('_drafts');
  take('status');
  const key = take('story');
  const stated = String(take('locale') ?? '')
    .slice(0, 2)
    .toLowerCase();
  const locale = [stated, name.locale, ...name.folders].find(isLocale) ?? place.locale;
  const way = typeof key === 'string' && slugFor(key) !== '' ? key : name.way(locale);
  const slug = take('slug');
  const fields = {
    story: storyKey(place.site, way),
    locale,
    category: category ?? place.category ?? named[0]?.name,
    headline: text(take('headline')),
    ...(written.at && { publishedAt: written.at }),
    ...(changed.at && changed.at !== written.at && { updatedAt: changed.at }),
    ...optional('standfirst', text(take('standfirst'))),
    authors: few('authors', authors),
    topics: few('topics', topics),
    ...(isDraft && { status: 'draft' }),
    ...(image && { image }),
  };
  const aliases = THEIRS.aliases.flatMap((field) => {
    const addresses = namesIn(theirs[field], /\s+/).filter((one) =>
      /^(\/|https?:\/\/)[^:]*$/.test(one),
    );
    if (addresses.length > 0) taken.push(`${field} → a redirect`);
    return addresses;
  });
  return {
    fields,
    aliases,
    preferredSlug: slugFor(typeof slug === 'string' ? slug : name.slug),
    taken,
    leftOut: Object.keys(theirs).filter((field) => !KNOWN.has(field)),
    notes,
  };
}

const isSaid = (value: unknown): boolean =>
  value !== undefined &&
  value !== null &&
  value !== '' &&
  !(Array.isArray(value) && value.length === 0);

const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : undefined;

const optional = (field: string, value: string | undefined) => (value ? { [field]: value } : {});

/** A list of names in any notation: a list, a text with commas or blanks, objects with names. */
function namesIn(value: unknown, separator: RegExp): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => namesIn(one, /(?!)/));
  if (typeof value === 'object' && value !== null && 'name' in value)
    return namesIn(value.name, /(?!)/);
  return (text(value) ?? '')
    .split(separator)
    .map((name) => name.trim().slice(0, LONGEST_NAME))
    .filter(Boolean);
}

function imageOf(value: unknown): Record<string, string> | null {
  const [first] = Array.isArray(value) ? (value as unknown[]) : [value];
  if (typeof first === 'string') return { src: first };
  if (typeof first !== 'object' || first === null) return null;
  const part = (...names: string[]) =>
    names.map((name) => text((first as Record<string, unknown>)[name])).find(Boolean);
  const src = part('src', 'image', 'url', 'path');
  return src === undefined
    ? null
    : {
        src,
        ...optional('alt', part('alt')),
        ...optional('caption', part('caption')),
        ...optional('credit', part('credit', 'attribution')),
      };
}

/** The data in a file's name and path: `2024-05-01-a-ferry.ru.md`, `a-ferry/index.ru.md`. */
function nameOf(file: string) {
  const parts = file.replace(/\.(md|markdown)$/i, '').split('/');
  const [, last = '', locale] = /^(.*?)(?:\.([a-z]{2}))?$/.exec(parts.pop() ?? '') ?? [];
  const isBundle = last === 'index';
  const own = isBundle ? (parts.at(-1) ?? last) : last;
  const [, day, slug = own] = /^(\d{4}-\d{1,2}-\d{1,2})-(.+)$/.exec(own) ?? [];
  return {
    folders: parts,
    locale: locale ?? '',
    slug,
    day: day?.replace(/-(\d)(?=-|$)/g, '-0$1'),
    /** Identifies the file, with the same value for its translations. */
    way: (ofLocale: Locale) =>
      [
        ...parts.filter((part) => part !== ofLocale && !part.startsWith('_')),
        ...(isBundle ? [] : [last]),
      ].join('/'),
  };
}

/** A story's key from the path of its file; a short hash keeps it unique although the slug drops letters. */
function storyKey(site: string, way: string): string {
  const plain = slugFor(`${site} ${way}`);
  const isWhole = plain === `${site}-${way.replaceAll('/', '-')}`;
  return isWhole ? plain : `${plain}-${digest(way)}`.replace(/^-/, '');
}
