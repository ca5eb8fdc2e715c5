import { afterEach, expect, test, vi } from 'vitest';
import { databaseClock, setDatabaseClock } from './clock.ts';

const HOUR = 3_600_000;
afterEach(() => void vi.useRealTimers());

test('until the database has said what time it is, it is what the machine says', () => {
  expect(Math.abs(databaseClock.now().getTime() - Date.now())).toBeLessThan(100);
});

test('the database’s time goes on by itself, whatever becomes of the machine’s', () => {
  const said = Date.now() + HOUR;
  setDatabaseClock(new Date(said), 0);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 5 * HOUR });
  const passed = databaseClock.now().getTime() - said;
  expect(passed).toBeGreaterThanOrEqual(0);
  expect(passed).toBeLessThan(1000);
});

test('an answer that came late moves no hand; a database that was set does', () => {
  setDatabaseClock(new Date(), 0);
  const before = databaseClock.now().getTime();
  setDatabaseClock(new Date(Date.now() - 300), 400);
  expect(databaseClock.now().getTime()).toBeGreaterThanOrEqual(before);
  setDatabaseClock(new Date(Date.now() - HOUR), 10);
  expect(databaseClock.now().getTime()).toBeLessThan(before - HOUR + 1000);
});
