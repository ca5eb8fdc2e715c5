/** Resolves authors and topics as files name them: by slug, or by the name that readers see. */
import type { z } from 'zod';
import type { Database } from '../db/client.ts';
import { authors, topics } from '../db/schema/people.ts';
import { slugFor, SLUG_PATTERN } from '../content/slug.ts';
import type { Locale } from '../i18n/locales.ts';
import type { authorsSchema, topicsSchema } from '../newsroom/import/import-people.ts';
import type { Introduction } from '../newsroom/import/introduce-people.ts';
import { digest } from './site/site-post.ts';

type Kind = 'authors' | 'topics';
type Names = Partial<Record<Locale, string>>;

const fold = (name: string): string =>
  name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

/** The authors and topics of the portal, and those introduced by a folder's own files. */
export class PeopleByName {
  readonly #known = { authors: new Set<string>(), topics: new Set<string>() };
  /** By name. */
  readonly #slugs = { authors: new Map<string, string>(), topics: new Map<string, string>() };
  readonly #introduced = new Set<string>();
  readonly #waiting: { authors: Introduction[]; topics: Introduction[] } = {
    authors: [],
    topics: [],
  };

  /** @param people - the folder's `authors.yaml` and `topics.yaml`, which may not be written yet */
  static async read(
    database: Database,
    people: { authors: z.infer<typeof authorsSchema>; topics: z.infer<typeof topicsSchema> },
  ): Promise<PeopleByName> {
    const found = new PeopleByName();
    for (const [kind, table] of [
      ['authors', authors],
      ['topics', topics],
    ] as const) {
      const rows = await database.select({ slug: table.slug, names: table.names }).from(table);
      for (const { slug, names } of rows) found.#note(kind, slug, names);
      for (const [slug, { names }] of Object.entries(people[kind])) found.#note(kind, slug, names);
    }
    return found;
  }

  /** The slug of an author or a topic; a new name is kept until `takeIntroductions` returns it. */
  slugOf(kind: Kind, written: string, locale: Locale): string {
    const isSlug = SLUG_PATTERN.test(written);
    if (isSlug && this.#known[kind].has(written)) return written;
    const known = this.#slugs[kind].get(fold(written));
    if (isSlug) return known ?? written;
    const slug = known ?? (slugFor(written) || digest(fold(written)));
    this.#note(kind, slug, { [locale]: written });
    // An existing name is kept, unless it was derived from the slug.
    const key = `${kind} ${locale} ${slug}`;
    if (!this.#introduced.has(key)) this.#waiting[kind].push({ slug, locale, name: written });
    this.#introduced.add(key);
    return slug;
  }

  /** The authors and topics with names that are new since the last call. */
  takeIntroductions(): { authors: Introduction[]; topics: Introduction[] } {
    return { authors: this.#waiting.authors.splice(0), topics: this.#waiting.topics.splice(0) };
  }

  #note(kind: Kind, slug: string, names: Names): void {
    this.#known[kind].add(slug);
    for (const name of Object.values(names))
      if (!this.#slugs[kind].has(fold(name))) this.#slugs[kind].set(fold(name), slug);
  }
}
