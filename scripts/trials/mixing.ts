/**
 * `npm run trials -- mixing [COUNT]`: nothing is mixed up. New stories are asked for cold in all languages at
 * once; then pages and the framework's own answers at the same addresses are asked for in a random order, and
 * each must be the very bytes that it was at first. Both go through the nginx of `deploy/`, its page cache on.
 */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { LOCALES, type Locale } from '../../lib/i18n/locales.ts';
import { readMetric } from '../bench/load.ts';
import { startFleet, startNginx } from '../testing/fleet.ts';

const COUNT = 1000;
const STORIES = 25;
/** Pages that are asked for over and over. */
const MIXED = 8;
const AT_ONCE = 8;
const LOOK_EVERY = 50;
/** Requests for one address: a reader’s, and the two that the framework sends when it moves between pages. */
const KINDS = {
  page: {},
  navigation: { rsc: '1' },
  prefetch: { rsc: '1', 'next-router-prefetch': '1' },
} as const;
type Kind = keyof typeof KINDS;

/** A page that is the same in no two languages, by its address. */
interface MixedPage {
  path: string;
  story: string;
  locale: Locale;
  /** Words that its text holds and no other page's. */
  canary: string;
}

export interface MixingReport {
  asked: number;
  /** What was wrong, in words. */
  faults: string[];
}

/** Asks for pages that nobody has asked for, all at once. */
async function askCold(site: string, pages: readonly MixedPage[]): Promise<MixingReport> {
  const faults: string[] = [];
  await Promise.all(
    pages.map(async ({ path, locale, canary }) => {
      const html = await (await fetch(site + path)).text();
      if (!html.includes(`lang="${locale}"`)) faults.push(`${path} is in another language`);
      if (!html.includes(canary)) faults.push(`${path} lacks its own text`);
      // Other stories of its language may stand beside it; of other languages nothing does.
      for (const other of pages)
        if (other.locale !== locale && html.includes(other.canary))
          faults.push(`${path}: ${other.canary}`);
    }),
  );
  return { asked: pages.length, faults };
}

/** Asks for pages and what the framework fetches for them, in a random order, several at once. */
async function interleave(
  site: string,
  paths: readonly string[],
  count: number,
): Promise<MixingReport> {
  const kinds = Object.keys(KINDS) as Kind[];
  const first = new Map<string, string>();
  const faults: string[] = [];
  const ask = async (path: string, kind: Kind) => {
    const answer = await fetch(site + path, { headers: KINDS[kind] });
    const body = await answer.text();
    const type = answer.headers.get('content-type') ?? '';
    // Whoever asks, and however, gets the page: an edge that keeps it cannot take one form for another.
    if (!type.startsWith('text/html')) faults.push(`${kind} ${path} is ${type}`);
    return createHash('sha256').update(withoutNames(body)).digest('hex');
  };
  for (const path of paths)
    for (const kind of kinds) first.set(`${kind} ${path}`, await ask(path, kind));
  let left = count;
  const work = async () => {
    while (left-- > 0) {
      const path = paths[Math.floor(Math.random() * paths.length)] ?? '';
      const kind = kinds[Math.floor(Math.random() * kinds.length)] ?? 'page';
      if ((await ask(path, kind)) !== first.get(`${kind} ${path}`))
        faults.push(`${kind} ${path} has changed`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { asked: count, faults };
}

/** The framework’s data contains a random name for each request; nothing else in it may differ. */
const withoutNames = (body: string) => body.replace(/"[\w-]{21}([a-z])"/g, '"$1"');

/** Tries both on a portal of its own. */
export async function tryMixing({
  stories,
  count,
}: {
  stories: number;
  count: number;
}): Promise<{ cold: MixingReport; mixed: MixingReport }> {
  const pages: MixedPage[] = Array.from({ length: stories }, (_, n) => `mixed-${n}`).flatMap(
    (story) =>
      LOCALES.map((locale) => ({
        story,
        locale,
        path: `/${locale}/post/${story}`,
        canary: `canary-${story}-${locale}.`,
      })),
  );
  const fleet = await startFleet({ size: 1 });
  const edge = await startNginx(fleet.portals);
  try {
    fleet.put(...pages.map(({ story, locale, canary }) => ({ story, locale, headline: canary })));
    await untilFollowed(fleet.portals[0]?.site ?? '');
    const { site } = edge;
    const cold = await askCold(site, pages);
    const paths = pages.slice(0, MIXED).map(({ path }) => path);
    return { cold, mixed: await interleave(site, paths, count) };
  } finally {
    await edge.stop();
    await fleet.stop();
  }
}

/** Waits until a portal has followed the import: it invalidates the pages that were rendered before. */
async function untilFollowed(site: string): Promise<void> {
  const since = Date.now();
  while ((await readMetric(site, 'caliber_outbox_behind_seconds')) * 1000 >= Date.now() - since)
    await sleep(LOOK_EVERY);
}

if (import.meta.main) {
  const count = Number(process.argv[2] ?? COUNT);
  const { cold, mixed } = await tryMixing({ stories: STORIES, count });
  for (const { asked, faults } of [cold, mixed])
    console.log(`${asked} asked for, ${faults.length} wrong`, faults.slice(0, 10));
  if (cold.faults.length + mixed.faults.length > 0) process.exitCode = 1;
}
