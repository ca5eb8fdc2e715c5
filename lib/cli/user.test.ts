import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('demonstration accounts are refused in production on a database that was given, before it is opened', () => {
  const run = () =>
    execFileSync(process.execPath, ['lib/cli/portal.ts', 'user', 'demo'], {
      stdio: 'pipe',
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
      },
    });
  expect(run).toThrow(/Demonstration accounts are not created in production/);
  // A process of its own starts slowly on a busy machine.
}, 120_000);
