/** Serves the production build with an edition made for the tests, on a database of its own. */
import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { writeEdition } from '../../scripts/testing/edition/write-edition.ts';
import { DATA_DIR, EDITION_DIR, INDEXNOW_PORT, portalEnvironment } from './portal.ts';

const env = { ...process.env, ...portalEnvironment };
for (const folder of [DATA_DIR, EDITION_DIR]) rmSync(folder, { recursive: true, force: true });
await writeEdition(EDITION_DIR);
const imported = spawnSync(process.execPath, ['lib/cli/portal.ts', 'import', EDITION_DIR], {
  stdio: 'inherit',
  env,
});
if (imported.status !== 0) process.exit(1);
const received: Record<'indexNow' | 'hub', string[]> = { indexNow: [], hub: [] };
const outsiders = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    const who = request.url === '/hub' ? 'hub' : 'indexNow';
    if (request.method === 'POST')
      received[who].push(
        ...(who === 'hub'
          ? new URLSearchParams(body).getAll('hub.url')
          : (JSON.parse(body) as { urlList: string[] }).urlList),
      );
    response.end(JSON.stringify(received[who]));
  });
}).listen(INDEXNOW_PORT, '127.0.0.1');
const server = spawn(process.execPath, ['server.ts'], { stdio: 'inherit', env });
process.on('SIGTERM', () => server.kill('SIGTERM'));
process.on('SIGINT', () => server.kill('SIGTERM'));
server.once('exit', (code) => {
  outsiders.close();
  process.exit(code ?? 1);
});
