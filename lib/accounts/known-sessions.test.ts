import { expect, test } from 'vitest';
import { KnownSessions } from './known-sessions.ts';

function knownAt(start: number) {
  let now = start;
  const looks: string[] = [];
  const known = new KnownSessions({ now: () => new Date(now) }, async (token) => {
    looks.push(token);
    return token === 'true';
  });
  return { known, looks, wait: (milliseconds: number) => (now += milliseconds) };
}

test('a true session is looked up once in ten minutes', async () => {
  const { known, looks, wait } = knownAt(0);
  expect([await known.has('true'), await known.has('true')]).toEqual([true, true]);
  expect(looks).toHaveLength(1);
  wait(600_000);
  expect(await known.has('true')).toBe(true);
  expect(looks).toHaveLength(2);
});

test('a known session does not wait to be checked again, and is forgotten when it has ended', async () => {
  let now = 0;
  let answer = Promise.resolve(true);
  const known = new KnownSessions({ now: () => new Date(now) }, () => answer);
  expect(await known.has('a')).toBe(true);
  now = 600_000;
  let resolveAnswer: (isTrue: boolean) => void = () => {};
  answer = new Promise((resolve) => (resolveAnswer = resolve));
  expect(await known.has('a')).toBe(true);
  resolveAnswer(false);
  await expect.poll(() => known.has('a')).toBe(false);
});

test('a known session stays known while the database does not answer', async () => {
  let now = 0;
  let isSilent = false;
  const known = new KnownSessions({ now: () => new Date(now) }, async () => {
    if (isSilent) throw new Error('the database does not answer');
    return true;
  });
  expect(await known.has('a')).toBe(true);
  [now, isSilent] = [600_000, true];
  expect([await known.has('a'), await known.has('a')]).toEqual([true, true]);
  await expect(known.has('b')).rejects.toThrow('does not answer');
});

test('a false session is looked up each time and never believed', async () => {
  const { known, looks } = knownAt(0);
  expect([await known.has('false'), await known.has('false')]).toEqual([false, false]);
  expect(looks).toHaveLength(2);
});
