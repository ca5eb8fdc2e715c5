/** From the commit of a publication until three processes on one PostgreSQL all show it. */
import { and, eq } from 'drizzle-orm';
import { connectTo } from '../../../lib/db/client.ts';
import { articles } from '../../../lib/db/schema/articles.ts';
import { append } from '../../../lib/events/append.ts';
import { LOCALES, type Locale } from '../../../lib/i18n/locales.ts';
import { readAppearances } from '../../../lib/newsroom/read-appearances.ts';
import { startFleet } from '../../testing/fleet.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Table } from '../harness.ts';

const PUBLICATIONS = 500;
const PROCESSES = 3;
const LOOK_EVERY = 10;
/** Milliseconds after which a page that is not new counts as stale. */
const STALE_AFTER = 2000;

export const run: Table = async () => {
  const fleet = await startFleet({ size: PROCESSES });
  const { database, close } = connectTo({ url: fleet.postgres.target });
  const waits: number[] = [];
  let stale = 0;
  /** One publication after the other, of one article. */
  const publish = async (locale: Locale, slug: string, count: number) => {
    const here = and(eq(articles.locale, locale), eq(articles.slug, slug));
    const [article] = await database.select().from(articles).where(here);
    if (!article) throw new Error(`There is no ${slug}.`);
    const url = `/${locale}/post/${slug}`;
    for (let n = 0; n < count; n++) {
      const headline = `Headline ${n} of ${slug} in ${locale}`;
      await database.transaction(async (tx) => {
        await tx.update(articles).set({ headline }).where(here);
        const appearances = await readAppearances(tx, [article.id]);
        await append(tx, { type: 'article.updated', appearances });
      });
      const committedAt = performance.now();
      const isNew = async (site: string) =>
        (await (await fetch(site + url)).text()).includes(headline);
      const seen = await Promise.all(
        fleet.portals.map(async ({ site }) => {
          while (!(await isNew(site))) {
            if (performance.now() - committedAt > 10 * STALE_AFTER)
              throw new Error(`${url} stays.`);
            await sleep(LOOK_EVERY);
          }
          return performance.now() - committedAt;
        }),
      );
      waits.push(...seen);
      if (Math.max(...seen) > STALE_AFTER) stale++;
    }
  };
  try {
    await Promise.all(
      LOCALES.map((locale) => publish(locale, 'warm', PUBLICATIONS / LOCALES.length)),
    );
  } finally {
    await close();
    await fleet.stop();
  }
  waits.sort((one, other) => one - other);
  const at = (share: number) => (waits[Math.floor((waits.length - 1) * share)] ?? 0).toFixed(0);
  console.log(
    `\nCommit to visible, ${PUBLICATIONS} publications, ${PROCESSES} processes on one PostgreSQL: median ${at(0.5)} ms, ` +
      `p99 ${at(0.99)} ms (asked for: ≤ 1,000), slowest ${at(1)} ms; ${stale} stale after 2 s (asked for: 0)`,
  );
};
