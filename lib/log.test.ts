import { Writable } from 'node:stream';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { afterEach, expect, test } from 'vitest';
import { createLog, redirectConsole, requestFault, type Fault } from './log.ts';

const { error, warn } = console;
afterEach(() => Object.assign(console, { error, warn }));

function logToMemory() {
  const lines: string[] = [];
  const out = new Writable({
    write: (chunk: Buffer, _, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  return { log: createLog('warn', out), lines };
}
const failure = () =>
  new DrizzleQueryError('select 1 where a = $1', ['canary\n7f3a'], new Error('gone'));

test('the statement of a failed query is logged, and its parameters are not', () => {
  const { log, lines } = logToMemory();
  log.error({ cause: failure() }, 'a request failed');
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toMatch(/canary|7f3a/);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 50,
    msg: 'a request failed',
    cause: { message: 'Failed query: select 1 where a = $1', cause: { message: 'gone' } },
  });
});

test('console output within a request is its cause, and elsewhere a line of its own', () => {
  const { log, lines } = logToMemory();
  redirectConsole(log);
  const fault: Fault = { cause: null };
  const first = failure();
  requestFault.run(fault, () => {
    console.error('⨯', first);
    console.error(new Error('second'));
  });
  expect(fault.cause).toBe(first);
  expect(lines).toEqual([]);
  console.error('⨯', failure());
  console.warn('Take care.');
  expect(lines).toHaveLength(2);
  expect(lines.join()).not.toMatch(/canary|7f3a/);
});
