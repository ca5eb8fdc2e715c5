/**
 * What each short cut in front of the framework saves (`lib/start/short-cuts.ts`): the same address through it,
 * and under plain `next start`, where the framework calls the same function. The two take turns.
 */
import { spawnSync } from 'node:child_process';
import { sayTurns, untilAnswered, type Served, type Table } from '../harness.ts';
import { measure, type Measure } from '../load.ts';

/** As many stories as two months of a busy newsroom: a month's sitemap has some thousands of addresses. */
const STORIES = 5000;
const TURNS = 5;
const BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

interface Row {
  name: string;
  path: string;
  method?: 'POST';
  /** Requests of one turn. */
  requests: number;
}

export const run: Table = async (bench) => {
  const env = bench.settings('short-cuts');
  const portal = (...parameters: string[]) =>
    spawnSync(process.execPath, ['lib/cli/portal.ts', ...parameters], { env });
  portal('import', 'edition');
  portal('generate', '--stories', String(STORIES));
  const front = await bench.serve(env);
  const { PORT } = bench.settings('');
  const plain: Served = {
    site: `http://127.0.0.1:${PORT}`,
    pid: bench.start('node_modules/.bin/next', ['start', '-p', PORT], { ...env, PORT }),
  };
  await untilAnswered(`${plain.site}/api/health/ready`);

  const found = async (path: string, pattern: RegExp) =>
    pattern.exec(await (await fetch(front.site + path)).text())?.[1] ?? '';
  const rows: Row[] = [
    { name: 'a view', path: '/api/views/1', method: 'POST', requests: 1000 },
    { name: 'a picture', path: await found('/en', /src="(\/media\/[^"]+)"/), requests: 1000 },
    {
      name: 'a month’s sitemap',
      path: new URL(await found('/sitemap.xml', /<loc>([^<]+\/en\/sitemap-\d[^<]+)/)).pathname,
      requests: 20,
    },
    { name: 'a health probe', path: '/api/health/ready', requests: 1000 },
    { name: 'the metrics', path: '/api/metrics', requests: 300 },
  ];
  console.log('\nShort cuts; the ratio is to the same answer by the framework');
  for (const { name, path, requests, ...rest } of rows) {
    const turn = ({ site, pid }: Served) =>
      measure([pid], requests, () => ({
        url: site + path,
        headers: { 'user-agent': BROWSER },
        ...rest,
      }));
    // What is compiled on the way is no request's cost.
    for (const served of [front, plain]) await turn(served);
    const turns: { front: Measure[]; plain: Measure[] } = { front: [], plain: [] };
    for (let n = 0; n < TURNS; n++) {
      turns.front.push(await turn(front));
      turns.plain.push(await turn(plain));
    }
    sayTurns(`${name}, short cut`, turns.front, turns.plain);
    sayTurns(`${name}, framework`, turns.plain);
  }
};
