import { sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { authors, topics } from '../../db/schema/people.ts';
import type { List } from '../../events/appearance.ts';
import { append } from '../../events/append.ts';
import type { Locale } from '../../i18n/locales.ts';
import { nameOf } from './import-people.ts';

/** An author or a topic with its name in one language. */
export interface Introduction {
  slug: string;
  locale: Locale;
  name: string;
}

/**
 * Writes names where there is none yet, or only one made from the slug: a name that the newsroom gave stays.
 */
export async function introducePeople(
  database: Database,
  people: { authors: readonly Introduction[]; topics: readonly Introduction[] },
): Promise<void> {
  await database.transaction(async (tx) => {
    const lists: List[] = [];
    for (const [table, named, kind] of [
      [authors, people.authors, 'author'],
      [topics, people.topics, 'topic'],
    ] as const) {
      for (const { slug, locale, name } of named) {
        const made = nameOf(slug);
        const changed = await tx
          .insert(table)
          .values({ slug, names: { [locale]: name } })
          .onConflictDoUpdate({
            target: table.slug,
            set: { names: sql`${table.names} || excluded.names` },
            setWhere: sql`coalesce(${table.names} ->> ${locale}, ${made}) = ${made}
              and ${table.names} ->> ${locale} is distinct from ${name}`,
          })
          .returning({ id: table.id });
        if (changed.length > 0) lists.push({ locale, kind, slug });
      }
    }
    if (lists.length > 0) await append(tx, { type: 'names.changed', lists });
  });
}
