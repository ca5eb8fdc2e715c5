import { eq, sql } from 'drizzle-orm';
import type { MediaReach } from '../../content/desk/media.ts';
import { articles } from '../../db/schema/articles.ts';
import { store, type Store } from '../../db/store.ts';
import { visibleAt } from '../visibility.ts';

const PICTURE = /^\/([0-9a-f]{32})\//;
const CARD = /^\/cards\/(\d{1,9})-/;

/**
 * Who may read a file of the media store now: it depends on the articles that show the picture, or on the
 * article whose headline is on the card.
 * @param path - after `/media`, with the slash
 */
export async function mediaReach(path: string, from: Store = store()): Promise<MediaReach> {
  const imageId = PICTURE.exec(path)?.[1];
  if (imageId !== undefined) return pictureReach(imageId, from);
  const articleId = CARD.exec(path)?.[1];
  return articleId === undefined ? 'everybody' : cardReach(Number(articleId), from);
}

async function pictureReach(imageId: string, { database, clock }: Store): Promise<MediaReach> {
  const [row] = await database.execute<{ is_known: boolean; is_shown: boolean }>(sql`
    select i.is_known, exists (
        select 1 from image_uses u join articles on articles.id = u.article_id
        where u.image_id = i.id and ${visibleAt(clock.now())}
          and (articles.image_id = i.id or position(i.id in articles.body::text) > 0)
      ) as is_shown
    from images i where i.id = ${imageId}`);
  if (!row) return 'nobody';
  if (row.is_shown) return 'everybody';
  return row.is_known ? 'newsroom' : 'who-knows-it';
}

/** The card of an article that was never visible does not exist: it was not rendered. */
async function cardReach(articleId: number, { database, clock }: Store): Promise<MediaReach> {
  const [row] = await database
    .select({
      isVisible: sql<boolean>`${visibleAt(clock.now())}`,
      publishedVersion: articles.publishedVersion,
    })
    .from(articles)
    .where(eq(articles.id, articleId));
  if (!row || (!row.isVisible && row.publishedVersion === null)) return 'nobody';
  return row.isVisible ? 'everybody' : 'newsroom';
}
