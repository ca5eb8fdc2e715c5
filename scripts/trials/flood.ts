/**
 * `npm run trials -- flood [SECONDS [KIND]]`: 128 connections of each kind of request that costs a stranger
 * nothing, 30 seconds each unless said otherwise, at a portal on a PostgreSQL of its own. Meanwhile pages in
 * memory are read, the process is asked whether it is ready, and an article is saved in the newsroom.
 */
import { once } from 'node:events';
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { askOn } from '../bench/load.ts';
import { startFleet } from '../testing/fleet.ts';
import { HOSTILE } from '../testing/hostile-requests.ts';
import { joinNewsroom } from '../testing/journalist.ts';

const CONNECTIONS = 128;
/** Milliseconds between what is measured meanwhile. */
const READ_EVERY = 20;
const LOOK_EVERY = 500;
/** What is asked for, in milliseconds. */
const MOST = { page: 100, save: 1000 };

const seconds = Number(process.argv[2] ?? 30);
const kinds = Object.keys(HOSTILE).filter((kind) => kind.includes(process.argv[3] ?? ''));
const fleet = await startFleet({ size: 1 });
const site = fleet.portals[0]?.site ?? '';
const percentile = (values: number[], share: number) =>
  values.sort((one, other) => one - other)[Math.ceil(values.length * share) - 1] ?? NaN;

/** Does something again and again until the flood is over. @returns how long each took, and how many failed */
async function measure(isOver: () => boolean, every: number, work: () => Promise<unknown>) {
  const times: number[] = [];
  let failed = 0;
  while (!isOver()) {
    const begun = performance.now();
    await work().then(
      () => times.push(performance.now() - begun),
      () => failed++,
    );
    await sleep(every);
  }
  return { times, failed };
}

try {
  const { send } = await joinNewsroom(site, fleet.env, {
    role: 'editor-in-chief',
    email: 'flood@caliber.example',
  });
  const { id } = await send<{ id: number }>('articles', {
    locale: 'en',
    category: 'sport',
    headline: 'Saved in a flood',
  });
  let version = 1;
  const save = () =>
    send(`articles/${id}/save`, {
      version: version++,
      draft: {
        ...{ headline: `Saved ${version}`, standfirst: null, kicker: null, image: null },
        ...{ body: { type: 'doc', content: [] }, authors: [], topics: [] },
        ...{ seoTitle: null, seoDescription: null, embargoUntil: null },
      },
    });
  const agent = new Agent({ keepAlive: true });
  const paths = ['/en', '/en/post/warm', '/hy'];
  for (const path of paths) await askOn(agent, site + path);
  for (const kind of kinds) {
    const worker = new Worker(new URL('flood-worker.ts', import.meta.url), {
      workerData: { site, kind, connections: CONNECTIONS },
    });
    let isOver = false;
    let read = 0;
    const measures = Promise.all([
      measure(
        () => isOver,
        READ_EVERY,
        () => askOn(agent, `${site}${paths[read++ % paths.length]}`),
      ),
      measure(
        () => isOver,
        LOOK_EVERY,
        () => askOn(agent, `${site}/api/health/ready`),
      ),
      measure(() => isOver, LOOK_EVERY, save),
    ]);
    await sleep(seconds * 1000);
    isOver = true;
    const [pages, ready, saves] = await measures;
    worker.postMessage('end');
    const [statuses] = (await once(worker, 'message')) as [Record<string, number>];
    const page = percentile(pages.times, 0.99);
    const slowest = percentile(saves.times, 1);
    const isWell =
      page <= MOST.page && slowest <= MOST.save && pages.failed + ready.failed + saves.failed === 0;
    if (!isWell) process.exitCode = 1;
    console.log(
      `${kind}: ${JSON.stringify(statuses)} in ${seconds} s; pages in memory p99 ${page.toFixed(0)} ms (asked for: ≤ ${MOST.page}), ` +
        `ready ${ready.times.length} of ${ready.times.length + ready.failed} (slowest ${percentile(ready.times, 1).toFixed(0)} ms), ` +
        `saves slowest ${slowest.toFixed(0)} ms of ${saves.times.length} (≤ ${MOST.save}), failed: ${pages.failed} pages, ${saves.failed} saves`,
    );
  }
} finally {
  await fleet.stop();
}
