/** Serves the production build with the demonstration edition on a database of its own. */
import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { DATA_DIR, portalEnvironment } from './portal.ts';

const env = { ...process.env, ...portalEnvironment };
rmSync(DATA_DIR, { recursive: true, force: true });
const imported = spawnSync(process.execPath, ['lib/cli/portal.ts', 'import', 'edition'], {
  stdio: 'inherit',
  env,
});
if (imported.status !== 0) process.exit(1);
const server = spawn(process.execPath, ['server.ts'], { stdio: 'inherit', env });
process.on('SIGTERM', () => server.kill('SIGTERM'));
process.on('SIGINT', () => server.kill('SIGTERM'));
server.once('exit', (code) => process.exit(code ?? 1));
