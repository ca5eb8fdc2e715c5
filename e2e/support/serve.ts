/** Serves the production build with the demonstration edition on a database of its own. */
import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { DATA_DIR, INDEXNOW_PORT, portalEnvironment } from './portal.ts';

const env = { ...process.env, ...portalEnvironment };
rmSync(DATA_DIR, { recursive: true, force: true });
const imported = spawnSync(process.execPath, ['lib/cli/portal.ts', 'import', 'edition'], {
  stdio: 'inherit',
  env,
});
if (imported.status !== 0) process.exit(1);
const told: Record<'indexNow' | 'hub', string[]> = { indexNow: [], hub: [] };
const outsiders = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    const who = request.url === '/hub' ? 'hub' : 'indexNow';
    if (request.method === 'POST')
      told[who].push(
        ...(who === 'hub'
          ? new URLSearchParams(body).getAll('hub.url')
          : (JSON.parse(body) as { urlList: string[] }).urlList),
      );
    response.end(JSON.stringify(told[who]));
  });
}).listen(INDEXNOW_PORT, '127.0.0.1');
const server = spawn(process.execPath, ['server.ts'], { stdio: 'inherit', env });
process.on('SIGTERM', () => server.kill('SIGTERM'));
process.on('SIGINT', () => server.kill('SIGTERM'));
server.once('exit', (code) => {
  outsiders.close();
  process.exit(code ?? 1);
});
