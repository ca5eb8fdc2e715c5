/** The names of authors and topics. */
import { asc, eq, inArray, sql } from 'drizzle-orm';
import { store, type Store } from '../db/store.ts';
import type { NamedThing } from '../content/desk/desk.ts';
import { articleAuthors } from '../db/schema/articles.ts';
import { authors, topics } from '../db/schema/people.ts';
import type { Locale } from '../i18n/locales.ts';

type Names = Partial<Record<Locale, string>>;

const TABLES = { authors, topics } as const;
export type NameKind = keyof typeof TABLES;
/** Whether a text names a kind of names: `authors`, `topics`. */
export const isNameKind = (kind: string): kind is NameKind => Object.hasOwn(TABLES, kind);

/** The most names in one answer. */
const PROPOSED = 12;
const LONGEST = 100;

/** The name in a locale, else in any other locale, else the slug. */
const nameIn = (names: Names, locale: Locale, slug: string): string =>
  names[locale] ?? Object.values(names)[0] ?? slug;

/** The bylines of articles, by the article's id, each in its order. */
export async function namesInBylines(
  articleIds: readonly number[],
  locale: Locale,
  { database }: Store = store(),
): Promise<Map<number, string[]>> {
  if (articleIds.length === 0) return new Map();
  const rows = await database
    .select({ id: articleAuthors.articleId, slug: authors.slug, names: authors.names })
    .from(articleAuthors)
    .innerJoin(authors, eq(authors.id, articleAuthors.authorId))
    .where(inArray(articleAuthors.articleId, [...articleIds]))
    .orderBy(asc(articleAuthors.position));
  const bylines = new Map<number, string[]>();
  for (const { id, slug, names } of rows)
    bylines.set(id, [...(bylines.get(id) ?? []), nameIn(names, locale, slug)]);
  return bylines;
}

/**
 * Authors or topics whose name in any locale, or whose slug, contains each of the words; names that begin
 * with the text come first. For the empty text: the first of all.
 */
export async function findNames(
  kind: NameKind,
  text: string,
  locale: Locale,
  { database }: Store = store(),
): Promise<NamedThing[]> {
  const table = TABLES[kind];
  const words = text.slice(0, LONGEST).trim().split(/\s+/).filter(Boolean).slice(0, 6);
  const holds = words.map((word) => {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    return sql`(${table.slug} ilike ${pattern} or exists (
      select 1 from jsonb_each_text(${table.names}) as translated where translated.value ilike ${pattern}))`;
  });
  const name = sql<string>`coalesce(${table.names} ->> ${locale}, ${table.slug})`;
  const begins = `${text
    .slice(0, LONGEST)
    .trim()
    .replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await database
    .select({ slug: table.slug, names: table.names })
    .from(table)
    .where(holds.length > 0 ? sql.join(holds, sql` and `) : undefined)
    .orderBy(sql`${name} not ilike ${begins}`, name, asc(table.slug))
    .limit(PROPOSED);
  return rows.map(({ slug, names }) => ({ slug, names, name: nameIn(names, locale, slug) }));
}

/** The names of slugs, in the order of the slugs; unknown slugs are left out. */
export async function namesOf(
  kind: NameKind,
  slugs: readonly string[],
  locale: Locale,
  { database }: Store = store(),
): Promise<NamedThing[]> {
  const asked = slugs.filter(Boolean).slice(0, 40);
  if (asked.length === 0) return [];
  const table = TABLES[kind];
  const rows = await database
    .select({ slug: table.slug, names: table.names })
    .from(table)
    .where(inArray(table.slug, asked));
  const known = new Map(rows.map(({ slug, names }) => [slug, names]));
  return asked.flatMap((slug) => {
    const names = known.get(slug);
    return names ? [{ slug, names, name: nameIn(names, locale, slug) }] : [];
  });
}
