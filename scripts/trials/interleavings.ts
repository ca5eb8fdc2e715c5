/** `npm run trials -- interleavings [count]`: 1,000 interleavings of two editors, on the PostgreSQL that npm brings and on Debian's. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startPostgres } from '../testing/databases.ts';

const count = process.argv[2] ?? '1000';
for (const from of ['npm', 'debian'] as const) {
  const server = await startPostgres({ from });
  console.log(`PostgreSQL from ${from}:`);
  const child = spawn(
    'node_modules/.bin/vitest',
    ['run', '-c', 'vitest.db.config.ts', 'scripts/trials/interleavings.db.test.ts'],
    {
      stdio: 'inherit',
      env: { ...process.env, TEST_DATABASE_URL: server.target, INTERLEAVINGS: count },
    },
  );
  const [code] = (await once(child, 'exit')) as [number | null];
  await server.stop();
  process.exitCode ||= code ?? 1;
}
