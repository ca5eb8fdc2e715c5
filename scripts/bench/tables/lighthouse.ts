/** Lighthouse on a front, article, category and search in each language. */
import { spawnSync } from 'node:child_process';
import { declarationOf } from '../../../lib/i18n/declaration-of.ts';
import { LOCALES } from '../../../lib/i18n/locales.ts';
import type { Bench, Served, Table } from '../harness.ts';
import { printLighthouse } from '../lighthouse.ts';

let edition: Promise<Served> | undefined;

/** Serves the demonstration edition, once for all tables. */
export function serveEdition(bench: Bench): Promise<Served> {
  return (edition ??= (async () => {
    const env = bench.settings('edition');
    spawnSync(process.execPath, ['lib/cli/portal.ts', 'import', 'edition'], { env });
    return bench.serve(env);
  })());
}

export const run: Table = async (bench) => {
  const { site } = await serveEdition(bench);
  console.log('\nLighthouse on a phone: performance, accessibility, best practices, SEO');
  for (const locale of LOCALES) {
    const word = declarationOf(locale).sampleWords.searched;
    const front = await (await fetch(`${site}/${locale}`)).text();
    const article = /href="(\/\w\w\/post\/[^"]+)"/.exec(front)?.[1] ?? '';
    const paths = [
      `/${locale}`,
      article,
      `/${locale}/category/analytics`,
      `/${locale}/search?q=${encodeURIComponent(word)}`,
    ];
    // Each is printed before it is looked at: a reader is seldom the first.
    for (const path of paths) await fetch(site + path);
    await printLighthouse(paths.map((path) => site + path));
  }
};
