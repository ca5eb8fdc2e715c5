import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startJob, type Job } from './job.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A job whose runs last until the test ends them. */
function counted(rest?: number) {
  const ends: ((cause?: Error) => void)[] = [];
  const errors: unknown[] = [];
  const job = startJob({
    run: () =>
      new Promise<number | undefined>((resolve, reject) =>
        ends.push((cause) => (cause ? reject(cause) : resolve(rest))),
      ),
    every: 1000,
    onError: (cause) => errors.push(cause),
  });
  const end = async (cause?: Error) => {
    ends.at(-1)?.(cause);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { job, errors, end, runs: () => ends.length };
}

const isEnded = async (job: Job) => {
  let isOver = false;
  void job.stop().then(() => (isOver = true));
  await vi.advanceTimersByTimeAsync(0);
  return () => isOver;
};

test('the first run starts at once', () => {
  expect(counted().runs()).toBe(1);
});

test('the next run starts when the interval after the last one is over', async () => {
  const { end, runs } = counted();
  await end();
  await vi.advanceTimersByTimeAsync(999);
  expect(runs()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(runs()).toBe(2);
});

test('runs do not overlap, however long one takes', async () => {
  const { runs } = counted();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(runs()).toBe(1);
});

test('a run decides when the next one starts', async () => {
  const { end, runs } = counted(20);
  await end();
  await vi.advanceTimersByTimeAsync(20);
  expect(runs()).toBe(2);
});

test('a job that is asked to run while it rests runs at once', async () => {
  const { job, end, runs } = counted();
  await end();
  job.runNow();
  await vi.advanceTimersByTimeAsync(0);
  expect(runs()).toBe(2);
});

test('a job that is asked to run during a run runs once more after it', async () => {
  const { job, end, runs } = counted();
  job.runNow();
  job.runNow();
  await end();
  expect(runs()).toBe(2);
  await end();
  expect(runs()).toBe(2);
});

test('a run that fails is reported, and the next one starts after the interval', async () => {
  const { end, errors, runs } = counted();
  await end(new Error('the database is away'));
  expect(errors).toEqual([new Error('the database is away')]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(runs()).toBe(2);
});

test('stop waits for the run under way', async () => {
  const { job, end } = counted();
  const isOver = await isEnded(job);
  expect(isOver()).toBe(false);
  await end();
  expect(isOver()).toBe(true);
});

test('stop ends a rest, and no run follows', async () => {
  const { job, end, runs } = counted();
  await end();
  const isOver = await isEnded(job);
  expect(isOver()).toBe(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(runs()).toBe(1);
});
