import type { Database } from '../../db/client.ts';
import { importedBefore } from '../../newsroom/import/imported-before.ts';
import type { PlacedPost } from './place-post.ts';
import type { Site } from './site-post.ts';

/**
 * Assigns posts to their stories from an import by an earlier release, which identified sites by their host
 * alone. Several sites on one host shared those keys: a story with neither the same headline nor the same
 * address belongs to another site.
 */
export async function keepFormerStories(
  database: Database,
  { key, formerKey }: Pick<Site, 'key' | 'formerKey'>,
  batch: readonly PlacedPost[],
): Promise<void> {
  if (formerKey === null) return;
  const formerOf = ({ story }: PlacedPost) => formerKey + story.slice(key.length);
  const before = await importedBefore(
    database,
    batch.map((placed) => ({ story: formerOf(placed), locale: placed.locale })),
  );
  for (const placed of batch) {
    const story = formerOf(placed);
    const present = before.get(`${story}.${placed.locale}`);
    const { title, slug } = placed.post;
    if (!present || (present.headline !== title && present.slug !== slug)) continue;
    const former = placed.sourceName.replace(`:${key}:`, `:${formerKey}:`);
    if (present.sourceName !== former) continue;
    placed.story = story;
    placed.sourceName = former;
  }
}
