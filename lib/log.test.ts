import { DrizzleQueryError } from 'drizzle-orm/errors';
import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createLog } from './log.ts';

test('what was asked of the database is told, and what for is not', () => {
  const lines: string[] = [];
  const out = new Writable({
    write: (chunk: Buffer, _, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  const cause = new DrizzleQueryError('select 1 where a = $1', ['canary-7f3a'], new Error('gone'));
  createLog('warn', out).error({ cause }, 'a request failed');
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain('canary-7f3a');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 50,
    msg: 'a request failed',
    cause: { message: expect.stringContaining('select 1 where a = $1') },
  });
});
