/** A page that is withdrawn while 32 connections ask for it: how often it is made, and how long they wait. */
import { Agent } from 'node:http';
import { sql } from 'drizzle-orm';
import { connectTo } from '../../../lib/db/client.ts';
import { articles } from '../../../lib/db/schema/articles.ts';
import { append } from '../../../lib/events/append.ts';
import { readAppearances } from '../../../lib/newsroom/read-appearances.ts';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { synthetic, type Table } from '../harness.ts';
import { askOn, readMetric } from '../load.ts';

const AT_ONCE = 32;
const ROUNDS = 40;
const PAGE = synthetic(3);

export const run: Table = async (bench) => {
  const { site } = await bench.synthetic();
  const { database, close } = connectTo({ dataDir: join(bench.folder, 'data') });
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const ask = () => askOn(agent, site + PAGE);
  const [, locale, , slug] = PAGE.split('/');
  const [article] = await database
    .select({ id: articles.id })
    .from(articles)
    .where(sql`${articles.locale} = ${locale} and ${articles.slug} = ${slug}`);
  if (!article) throw new Error(`There is no ${PAGE}.`);
  const { id } = article;
  /** Invalidates the page and waits until the portal knows. */
  const withdraw = async () => {
    const before = await readMetric(site, 'caliber_pages_withdrawn_total');
    await database.transaction(async (tx) =>
      append(tx, { type: 'article.updated', appearances: await readAppearances(tx, [id]) }),
    );
    while ((await readMetric(site, 'caliber_pages_withdrawn_total')) === before) await sleep(5);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  const alone: number[] = [];
  const slowest: number[] = [];
  const prints: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await withdraw();
    alone.push(await ask());
    await withdraw();
    const before = await readMetric(site, 'caliber_pages_printed_total');
    slowest.push(Math.max(...(await Promise.all(Array.from({ length: AT_ONCE }, ask)))));
    prints.push((await readMetric(site, 'caliber_pages_printed_total')) - before);
  }
  agent.destroy();
  await close();
  const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
  console.log(
    `\nA withdrawn page under ${AT_ONCE} connections, ${ROUNDS} times: prints ${[...new Set(prints)].join(', ')} ` +
      `(asked for: 1); one reader alone waits ${median(alone).toFixed(1)} ms, the slowest of ${AT_ONCE} ` +
      `${median(slowest).toFixed(1)} ms: ${(median(slowest) / median(alone)).toFixed(2)} × (asked for: ≤ 2); medians`,
  );
};
