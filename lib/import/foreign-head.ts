/** What Hugo and Jekyll call an article's fields, said in ours. */
import { publication } from '../../publication.config.ts';
import type { Head } from '../content/front-matter/head.ts';
import { looseMoment } from '../content/front-matter/moment.ts';
import { slugFor } from '../content/slug.ts';
import { isLocale, type Locale } from '../i18n/locales.ts';
import { placeInCategory } from './site/categories.ts';
import { digest } from './site/site-post.ts';

/** Fields of theirs by ours; the first that has a value is taken. */
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
/** Of a name at most, and names of one article. */
const LONGEST_NAME = 200;
const MOST_NAMES = 20;

export interface ForeignPlace {
  /** Begins the keys of the stories: whose they are. */
  site: string;
  /** Of the file, in the folder, with `/`. */
  file: string;
  /** Where the file says neither in its head nor in its name. */
  locale: Locale;
  /** Where what is in no category of ours is put. */
  category: string | null;
}

export interface TranslatedHead {
  fields: Record<string, unknown>;
  /** Addresses at which it stood before. */
  aliases: string[];
  /** The slug that its file's name gives it. */
  preferredSlug: string;
  /** Fields that were taken, as `title → headline`, and those that were not. */
  taken: string[];
  leftOut: string[];
  notes: string[];
}

/** Whether a head is in another's words: ours has always a story and a headline. */
export const isForeign = ({ fields }: Pick<Head, 'fields'>): boolean =>
  !('story' in fields) && !('headline' in fields);

/** Says a head in our words; what is no value of ours is left for the check of our fields to name. */
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
  const told = String(take('locale') ?? '')
    .slice(0, 2)
    .toLowerCase();
  const locale = [told, name.locale, ...name.folders].find(isLocale) ?? place.locale;
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

/** A list of names, whichever way it is written: a list, a text with commas or blanks, objects with names. */
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

/** What a file's name and place say: `2024-05-01-a-ferry.ru.md`, `a-ferry/index.ru.md`. */
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
    /** Tells one file from every other, translations not. */
    way: (told: Locale) =>
      [
        ...parts.filter((part) => part !== told && !part.startsWith('_')),
        ...(isBundle ? [] : [last]),
      ].join('/'),
  };
}

/** A story's key by the way to its file; what its letters lose is made up for by a short hash. */
function storyKey(site: string, way: string): string {
  const plain = slugFor(`${site} ${way}`);
  const isWhole = plain === `${site}-${way.replaceAll('/', '-')}`;
  return isWhole ? plain : `${plain}-${digest(way)}`.replace(/^-/, '');
}
