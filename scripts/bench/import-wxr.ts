/**
 * `node scripts/bench/import-wxr.ts [megabytes] [--write] [--json]`: makes a WordPress (or Ghost) export
 * of that size in the temporary folder, imports it (by default as a dry run; `--write` into an embedded
 * database of its own) and says how much memory the importing process had at its peak.
 */
import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { vocabularyOf } from '../../lib/cli/vocabulary.ts';
import { peakMegabytes } from './cpu.ts';

/** What the process may have in memory at most, by issue 5. */
const LIMIT = 300;
const MEGABYTE = 1024 * 1024;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    write: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const megabytes = Number(positionals[0] ?? 1000);
const folder = mkdtempSync(join(tmpdir(), 'caliber-bench-wxr-'));
const file = join(folder, values.json ? 'export.json' : 'export.xml');

const words = vocabularyOf('en');
let seed = 1;
const word = () => words[(seed = (seed * 48_271) % 2_147_483_647) % words.length] ?? 'word';
const sentence = (length: number) => Array.from({ length }, word).join(' ');
const html = () =>
  Array.from({ length: 9 }, () => `<!-- wp:paragraph --><p>${sentence(60)} <strong>${word()}</strong> <a href="/${word()}/">${word()}</a></p><!-- /wp:paragraph -->`).join('\n'); // prettier-ignore

/** A post of about five kilobytes, and for every second one a picture as an item of its own. */
function wordpressItem(id: number): string {
  const at = new Date(1_400_000_000_000 + id * 3_600_000)
    .toISOString()
    .slice(0, 19)
    .replace('T', ' ');
  const fields = `<wp:post_id>${id}</wp:post_id><wp:post_date_gmt>${at}</wp:post_date_gmt><wp:post_name>post-${id}</wp:post_name>`;
  if (id % 3 === 0)
    return `<item><title>picture ${id}</title>${fields}<wp:post_parent>${id - 1}</wp:post_parent><wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://old.example/wp-content/uploads/${id}.jpg</wp:attachment_url></item>\n`;
  return `<item><title>${sentence(6)} ${id}</title><link>https://old.example/${id}/</link><dc:creator>writer${id % 200}</dc:creator><content:encoded><![CDATA[${html()}]]></content:encoded>${fields}<wp:status>publish</wp:status><wp:post_type>post</wp:post_type><category domain="category" nicename="sport">Sport</category><category domain="post_tag" nicename="${word()}">${word()}</category><wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>${id + 1}</wp:meta_value></wp:postmeta></item>\n`;
}
const ghostPost = (id: number): string =>
  `${id === 1 ? '' : ',\n'}${JSON.stringify({ id: String(id), title: `${sentence(6)} ${id}`, slug: `post-${id}`, html: html(), lexical: '{}', type: 'post', status: 'published', visibility: 'public', published_at: new Date(1_400_000_000_000 + id * 3_600_000).toISOString() })}`;

try {
  const out = createWriteStream(file);
  out.write(
    values.json
      ? '{"db":[{"data":{"posts":['
      : '<?xml version="1.0"?><rss><channel><link>https://old.example</link>\n',
  );
  for (let id = 1, bytes = 0; bytes < megabytes * MEGABYTE; id++) {
    const item = values.json ? ghostPost(id) : wordpressItem(id);
    bytes += item.length;
    if (!out.write(item)) await once(out, 'drain');
  }
  out.end(values.json ? ']}}]}' : '</channel></rss>\n');
  await once(out, 'finish');
  console.log(`${file}: ${(statSync(file).size / MEGABYTE).toFixed(0)} MB`);

  const startedAt = performance.now();
  // As `npm run portal` starts it, but without npm's own process in between.
  const command = ['--max-semi-space-size=8', 'lib/cli/portal.ts', 'import', file];
  const site = ['--site', 'https://old.example'];
  const flags = ['--category', 'society', ...site, ...(values.write ? [] : ['--dry-run'])];
  const child = spawn(process.execPath, [...command, ...flags], {
    stdio: ['ignore', 'inherit', 'ignore'],
    env: { ...process.env, DATA_DIR: join(folder, 'data') },
  });
  let peak = 0;
  const looking = setInterval(() => {
    if (child.pid !== undefined) peak = Math.max(peak, peakMegabytes(child.pid));
  }, 200);
  await once(child, 'exit');
  clearInterval(looking);
  const seconds = (performance.now() - startedAt) / 1000;
  console.log(`${seconds.toFixed(0)} s, ${peak.toFixed(0)} MB at its peak (at most ${LIMIT})`);
  if (peak > LIMIT) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
