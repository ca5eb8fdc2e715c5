/**
 * `npm run trials -- slugs [COUNT]`: a flood of addresses that never were. Each is answered 404; what the
 * portal holds in memory and on disk afterwards has not grown.
 */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { LOCALES } from '../../lib/i18n/locales.ts';
import { readMetric } from '../bench/load.ts';
import { startFleet } from '../testing/fleet.ts';

const COUNT = 100_000;
/**
 * By then the framework's own memory of addresses that it looked up is full (8 MB, `FS_LRU` of its
 * `router-utils/filesystem.js`): it stays so whatever comes.
 */
const WARMING = 60_000;
const AT_ONCE = 8;
const KINDS = ['post', 'category', 'topic', 'author'];
export const MEGABYTE = 1024 * 1024;

/** Bytes of a folder's files, as the disk counts them. */
export const sizeOf = (folder: string) =>
  Number(execFileSync('du', ['-s', '-B1', folder], { encoding: 'utf8' }).split('\t')[0]);

/** Asks for addresses that never were. @returns how often each status was the answer */
export async function flood(site: string, count: number): Promise<Record<number, number>> {
  let left = count;
  const statuses: Record<number, number> = {};
  const ask = async () => {
    while (left-- > 0) {
      const locale = LOCALES[left % LOCALES.length];
      const kind = KINDS[Math.floor(left / LOCALES.length) % KINDS.length];
      const slug = randomBytes(12).toString('hex');
      const answer = await fetch(`${site}/${locale}/${kind}/${slug}`);
      await answer.arrayBuffer();
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  return statuses;
}

/** What a portal keeps: its pages, and what its JavaScript holds on to. */
export interface Kept {
  pages: number;
  heap: number;
}

/** Reads it from the portal's metrics, the heap at the least of several looks: garbage is not kept. */
export async function keptBy(site: string): Promise<Kept> {
  const pages = await readMetric(site, 'caliber_memory_bytes');
  let heap = Infinity;
  for (let look = 0; look < 20; look++) {
    await flood(site, 40);
    heap = Math.min(heap, await readMetric(site, 'nodejs_heap_size_used_bytes'));
  }
  return { pages, heap };
}

if (import.meta.main) {
  const count = Number(process.argv[2] ?? COUNT);
  const fleet = await startFleet({ size: 1 });
  const site = fleet.portals[0]?.site ?? '';
  const data = fleet.env['DATA_DIR'] ?? '';
  const disk = () => sizeOf('.next') + sizeOf(data);
  try {
    await flood(site, WARMING);
    const before = { ...(await keptBy(site)), disk: disk() };
    const statuses = await flood(site, count);
    const after = { ...(await keptBy(site)), disk: disk() };
    const grown = (of: keyof typeof after) => (after[of] - before[of]) / MEGABYTE;
    console.log(
      `${count} addresses that never were: ${JSON.stringify(statuses)}; grown by: pages ${grown('pages').toFixed(2)} MB, ` +
        `heap ${grown('heap').toFixed(2)} MB, disk ${grown('disk').toFixed(2)} MB (asked for: < 1 each)`,
    );
    if (statuses[404] !== count || Math.max(grown('pages'), grown('heap'), grown('disk')) >= 1)
      process.exitCode = 1;
  } finally {
    await fleet.stop();
  }
}
