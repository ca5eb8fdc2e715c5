import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { cleanValue } from '../../content/body/clean-text.ts';
import type { Transaction, Database } from '../../db/client.ts';
import { authors, topics } from '../../db/schema/people.ts';
import type { List } from '../../events/appearance.ts';
import { append } from '../../events/append.ts';
import { LOCALES, type Locale } from '../../i18n/locales.ts';

const byLocale = z.partialRecord(z.enum(LOCALES), z.string().trim().min(1).max(2000));
const names = byLocale.refine((value) => Object.keys(value).length > 0, 'no name in any locale');

/** `authors.yaml`: the authors, by slug. */
export const authorsSchema = z.record(
  z.string(),
  z.strictObject({
    names,
    roles: byLocale.default({}),
    biographies: byLocale.default({}),
    links: z
      .array(z.url({ protocol: /^https$/, normalize: true }).max(2000))
      .max(20)
      .default([]),
  }),
);
/** `topics.yaml`: the topics of articles, by slug. */
export const topicsSchema = z.record(z.string(), z.strictObject({ names }));

/** Writes authors and topics with their names; one event names those that changed. */
export async function importPeople(
  database: Database,
  people: { authors: z.infer<typeof authorsSchema>; topics: z.infer<typeof topicsSchema> },
): Promise<void> {
  cleanValue(people);
  await database.transaction(async (tx) => {
    const lists: List[] = [];
    for (const [slug, author] of Object.entries(people.authors)) {
      const changed = await tx
        .insert(authors)
        .values({ slug, ...author })
        .onConflictDoUpdate({
          target: authors.slug,
          set: author,
          setWhere: sql`(${authors.names}, ${authors.roles}, ${authors.biographies}, ${authors.links})
            is distinct from (excluded.names, excluded.roles, excluded.biographies, excluded.links)`,
        })
        .returning({ id: authors.id });
      if (changed.length > 0)
        lists.push(...LOCALES.map((locale) => ({ locale, kind: 'author', slug }) as const));
    }
    for (const [slug, topic] of Object.entries(people.topics)) {
      const changed = await tx
        .insert(topics)
        .values({ slug, ...topic })
        .onConflictDoUpdate({
          target: topics.slug,
          set: topic,
          setWhere: sql`${topics.names} is distinct from excluded.names`,
        })
        .returning({ id: topics.id });
      if (changed.length > 0)
        lists.push(...LOCALES.map((locale) => ({ locale, kind: 'topic', slug }) as const));
    }
    if (lists.length > 0) await append(tx, { type: 'names.changed', lists });
  });
}

/** A name for an author or a topic that no file names: `mara-ilven` becomes `Mara Ilven`. */
export const nameOf = (slug: string): string =>
  slug
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ');

/**
 * The ids of authors by slug; missing authors are created, with a name made from their slug.
 * @param locale - of that name
 */
export async function authorIds(
  tx: Transaction,
  slugs: readonly string[],
  locale: Locale,
): Promise<Map<string, number>> {
  return idsOf(tx, authors, slugs, locale);
}

/**
 * The ids of topics by slug; missing topics are created, with a name made from their slug.
 * @param locale - of that name
 */
export async function topicIds(
  tx: Transaction,
  slugs: readonly string[],
  locale: Locale,
): Promise<Map<string, number>> {
  return idsOf(tx, topics, slugs, locale);
}

async function idsOf(
  tx: Transaction,
  table: typeof authors | typeof topics,
  slugs: readonly string[],
  locale: Locale,
): Promise<Map<string, number>> {
  const wanted = [...new Set(slugs)].sort();
  if (wanted.length === 0) return new Map();
  await tx
    .insert(table)
    .values(wanted.map((slug) => ({ slug, names: { [locale]: nameOf(slug) } })))
    .onConflictDoNothing();
  const rows = await tx
    .select({ id: table.id, slug: table.slug })
    .from(table)
    .where(sql`${table.slug} in ${wanted}`);
  return new Map(rows.map((row) => [row.slug, row.id]));
}
