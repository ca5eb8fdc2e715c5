import { sql } from 'drizzle-orm';
import { publication } from '../../../publication.config.ts';
import type { Transaction } from '../../db/client.ts';

/**
 * Sets the view counts of articles to those of their files. The count of a file is stored on the day of
 * publication; views of readers on other days stay, and the day of publication gets the difference.
 */
export async function importViews(
  tx: Transaction,
  counts: readonly { articleId: number; publishedAt: Date; views: number }[],
): Promise<void> {
  const rows = counts.map(({ articleId, publishedAt, views }) => ({
    id: articleId,
    at: publishedAt.toISOString(),
    views,
  }));
  await tx.execute(sql`
    with counted as (
      select id, (at at time zone ${publication.timeZone})::date as day, views
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as imported(id integer, at timestamptz, views integer)
    ), wanted as (
      select id, day, views - coalesce((
        select sum(view_counts.views) from view_counts
        where view_counts.article_id = counted.id and view_counts.day <> counted.day
      ), 0) as views
      from counted
    )
    insert into view_counts (article_id, day, views)
    select id, day, greatest(0, views)::integer from wanted where views > 0
    on conflict (article_id, day) do update set views = excluded.views`);
  await tx.execute(sql`
    insert into view_totals (article_id, views)
    select article_id, sum(views)::integer from view_counts
    where article_id in (select id from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as imported(id integer))
    group by article_id having sum(views) > 0
    on conflict (article_id) do update set views = excluded.views`);
}
