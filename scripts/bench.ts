/**
 * `npm run bench`: what a request costs, in CPU of the portal's process (and of the database's, where it
 * works), beside a bare Node server and nginx that answer the same bytes, in one run.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { residentMegabytes } from './bench/cpu.ts';
import { measure, type Measure } from './bench/load.ts';
import { printLighthouse } from './bench/lighthouse.ts';
import { buildPortal } from './build.ts';
import { SERVE } from './serving.ts';

const STORIES = 20_000;
const PAGES = 2000;
const WARM_UP = 500;
const PORT = 3481;
const BARE_PORT = 3482;
const NGINX_PORT = 3483;
const EDITION_PORT = 3484;
const folder = mkdtempSync(join(tmpdir(), 'caliber-bench-'));
const site = `http://127.0.0.1:${PORT}`;
const env = {
  ...process.env,
  PORT: String(PORT),
  SITE_URL: site,
  DATA_DIR: join(folder, 'data'),
  NODE_ENV: 'production' as const,
  LOG_LEVEL: 'error',
};
const processes: ChildProcess[] = [];

function start(command: string, parameters: string[], options = {}): number {
  const child = spawn(command, parameters, { stdio: 'ignore', env, ...options });
  processes.push(child);
  return child.pid ?? 0;
}

async function untilAnswered(url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (
      await fetch(url).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return;
    await sleep(100);
  }
  throw new Error(`${url} does not answer.`);
}

function say(name: string, { cpu, median, slow }: Measure, bare?: number): void {
  const ratio = bare ? ` · ${(cpu / bare).toFixed(1)} × bare` : '';
  console.log(
    `${name.padEnd(44)} ${cpu.toFixed(0).padStart(7)} µs CPU${ratio} · ${median.toFixed(1)} ms, p99 ${slow.toFixed(1)} ms`,
  );
}

/** Serves the demonstration edition and has Lighthouse look at a front, article, category and search in each language. */
async function lookAtEdition(): Promise<void> {
  const url = `http://127.0.0.1:${EDITION_PORT}`;
  const settings = {
    ...env,
    PORT: String(EDITION_PORT),
    SITE_URL: url,
    DATA_DIR: join(folder, 'edition'),
  };
  spawnSync(process.execPath, ['lib/cli/portal.ts', 'import', 'edition'], { env: settings });
  start(process.execPath, SERVE, { env: settings });
  await untilAnswered(`${url}/api/health/ready`);
  console.log('\nLighthouse on a phone: performance, accessibility, best practices, SEO');
  for (const [locale, word] of Object.entries({ en: 'port', ru: 'порт', hy: 'նավ', az: 'liman' })) {
    const front = await (await fetch(`${url}/${locale}`)).text();
    const article = /href="(\/\w\w\/post\/[^"]+)"/.exec(front)?.[1] ?? '';
    const paths = [
      `/${locale}`,
      article,
      `/${locale}/category/analytics`,
      `/${locale}/search?q=${encodeURIComponent(word)}`,
    ];
    // Each is printed before it is looked at: a reader is seldom the first.
    for (const path of paths) await fetch(url + path);
    await printLighthouse(paths.map((path) => url + path));
  }
}

const synthetic = (n: number) => `/${['en', 'ru', 'hy', 'az'][n % 4]}/post/synthetic-${n}`;

try {
  await buildPortal();
  console.log(`Generating ${STORIES} stories …`);
  spawnSync(process.execPath, ['lib/cli/portal.ts', 'generate', '--stories', String(STORIES)], {
    env,
    stdio: 'inherit',
  });
  const portal = start(process.execPath, SERVE);
  await untilAnswered(`${site}/api/health/ready`);
  const owner = Number(readFileSync(join(folder, 'data/database/owner.pid'), 'utf8'));

  // As the yardsticks are: what is measured has run before.
  await measure([portal], WARM_UP, (n) => ({ url: site + synthetic(PAGES + n) }));
  const uncached = await measure([portal], PAGES, (n) => ({ url: site + synthetic(n) }));
  console.log(
    `\nresident with ${PAGES} warm pages: ${residentMegabytes(portal).toFixed(0)} MB, the database ${residentMegabytes(owner).toFixed(0)} MB\n`,
  );

  const page = await fetch(site + synthetic(0), { headers: { 'accept-encoding': 'identity' } });
  const packed = join(folder, 'page.br');
  writeFileSync(
    packed,
    (await import('node:zlib')).brotliCompressSync(Buffer.from(await page.arrayBuffer())),
  );
  const barePid = start(process.execPath, [
    'scripts/bench/bare-server.ts',
    String(BARE_PORT),
    packed,
  ]);
  await untilAnswered(`http://127.0.0.1:${BARE_PORT}`);
  await measure([barePid], 5000, () => ({ url: `http://127.0.0.1:${BARE_PORT}/` }));
  const bare = await measure([barePid], 30_000, () => ({ url: `http://127.0.0.1:${BARE_PORT}/` }));
  say('bare Node server, the same bytes', bare);
  if (existsSync('/usr/sbin/nginx')) {
    writeFileSync(
      join(folder, 'nginx.conf'),
      `daemon off; master_process off; pid ${folder}/nginx.pid; error_log /dev/null; events {} http { access_log off; server { listen 127.0.0.1:${NGINX_PORT}; root ${folder}; default_type text/html; add_header content-encoding br; } }`,
    );
    const nginx = start('/usr/sbin/nginx', ['-c', join(folder, 'nginx.conf')]);
    await untilAnswered(`http://127.0.0.1:${NGINX_PORT}/nginx.conf`);
    say(
      'nginx, the same bytes as a file',
      await measure([nginx], 30_000, () => ({ url: `http://127.0.0.1:${NGINX_PORT}/page.br` })),
      bare.cpu,
    );
  }
  const hot = await measure([portal], 30_000, () => ({ url: site + synthetic(0) }));
  say('article, hot', hot, bare.cpu);
  const random = await measure([portal], 30_000, (n) => ({
    url: site + synthetic((n * 7919) % PAGES),
  }));
  say(`article, at random over ${PAGES}`, random, bare.cpu);
  console.log(`${'at random beside hot'.padEnd(44)} ${(random.cpu / hot.cpu).toFixed(2)} ×`);
  say(
    'category',
    await measure([portal], 10_000, () => ({ url: `${site}/en/category/analytics` })),
    bare.cpu,
  );
  say('front', await measure([portal], 10_000, () => ({ url: `${site}/en` })), bare.cpu);
  say('article, first print (portal)', uncached, bare.cpu);
  const lists = Array.from({ length: 100 }, (_, n) =>
    n < 40 ? `author/synthetic-author-${n}` : `topic/synthetic-topic-${n - 40}`,
  );
  const feedOf = (n: number) =>
    `/${['en', 'ru', 'hy', 'az'][(n < 40 ? n : n - 40) % 4]}/${lists[n]}/feed.xml`;
  say(
    'feed, first print',
    await measure([portal], 100, (n) => ({ url: site + feedOf(n) })),
    bare.cpu,
  );
  for (const [name, path] of [
    ['feed, hot', '/en/feed.xml'],
    ['news sitemap, hot', '/en/sitemap-news.xml'],
  ])
    say(`${name}`, await measure([portal], 10_000, () => ({ url: `${site}${path}` })), bare.cpu);
  const words = ['harbour', 'council', 'ferry winter', 'orchard', 'museum', 'hospital election'];
  const questions = (n: number) => ({
    url: `${site}/en/search?q=${encodeURIComponent(words[n % words.length] ?? '')}`,
  });
  await measure([portal], 20, questions);
  say(
    `search over ${STORIES}, portal and database`,
    await measure([portal, owner], 200, questions),
  );
  say(`search over ${STORIES}, portal alone`, await measure([portal], 200, questions));
  say(
    'suggestions, portal and database',
    await measure([portal, owner], 300, (n) => ({
      url: `${site}/api/suggestions/en?q=${['harb', 'coun', 'ferr'][n % 3]}`,
    })),
  );
  const browser = {
    'user-agent':
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  };
  await measure([portal], 2000, () => ({
    url: `${site}/api/views/1`,
    method: 'POST',
    headers: browser,
  }));
  say(
    'view counter',
    await measure([portal], 10_000, () => ({
      url: `${site}/api/views/1`,
      method: 'POST',
      headers: browser,
    })),
  );
  await lookAtEdition();
} finally {
  for (const child of processes) child.kill('SIGTERM');
  await sleep(3000);
  rmSync(folder, { recursive: true, force: true });
}
