import { slugFor } from '../../content/slug.ts';
import type { Named } from './site-post.ts';

/**
 * Assigns a slug to each person and each topic of a site: two topics with one name become one, two people
 * stay two.
 */
export class Names {
  readonly #people = new Map<string, Named>();
  /** The person with each slug. */
  readonly #holders = new Map<string, string>();

  /** @param id - the export's id of the person: a login */
  person(id: string, name: string): Named {
    const known = this.#people.get(id);
    if (known) return known;
    const plain = topicOf(id, name).slug;
    const slug = this.#holders.has(plain) ? slugFor(`${plain} ${id}`) : plain;
    this.#holders.set(slug, id);
    const named = { slug, name: name.slice(0, 200) || id };
    this.#people.set(id, named);
    return named;
  }
}

/** A topic of the portal for a tag or a category of a site. */
export const topicOf = (id: string, name: string): Named => ({
  slug: slugFor(name) || slugFor(id) || 'unnamed',
  name: name.slice(0, 200) || id,
});
