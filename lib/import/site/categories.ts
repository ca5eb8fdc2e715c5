import { publication } from '../../../publication.config.ts';
import { slugFor } from '../../content/slug.ts';
import type { Named, SitePost } from './site-post.ts';

const fold = (text: string): string => text.normalize('NFC').trim().toLowerCase();

/** Our category's slug by its slug and by its name in each language. */
const OURS = new Map<string, string>(
  publication.categories.flatMap(({ slug, names }) => [
    [slug, slug] as const,
    ...Object.values<string>(names).map((name) => [fold(name), slug] as const),
  ]),
);

const ourOf = ({ slug, name }: Named): string | undefined =>
  OURS.get(fold(name)) ?? OURS.get(fold(slug)) ?? OURS.get(slugFor(name));

export interface Placed {
  /** Null if none of them is ours. */
  category: string | null;
  /** The others, which an article keeps as topics. */
  others: Named[];
}

/** Finds the portal's category for a post's categories: by slug or name, or by those of a parent category. */
export function placeInCategory(post: Pick<SitePost, 'categories'>): Placed {
  let category: string | null = null;
  const others: Named[] = [];
  for (const way of post.categories) {
    const [own] = way;
    const ours = way.map(ourOf).find(Boolean);
    const isTaken = category === null && ours !== undefined;
    if (isTaken) category = ours ?? null;
    if (
      own &&
      !/^(uncategori[sz]ed|без-рубрики|bez-rubriki)$/.test(own.slug) &&
      !(isTaken && ourOf(own))
    )
      others.push(own);
  }
  return { category, others };
}
