import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Lane, TooMuch } from './lanes.ts';

/** Work that ends when the test says so. */
function work() {
  const ends: (() => void)[] = [];
  let most = 0;
  let atWork = 0;
  const begin = async () => {
    most = Math.max(most, ++atWork);
    await new Promise<void>((resolve) => ends.push(resolve));
    atWork--;
  };
  return { begin, ends, most: () => most };
}

test('so many are at work at once, and the others follow in their order', async () => {
  const lane = new Lane({ atOnce: 2, waiting: 10, patience: 5000 });
  const { begin, ends, most } = work();
  const done: number[] = [];
  const all = [0, 1, 2, 3, 4].map((number) => lane.run('', begin).then(() => done.push(number)));
  for (let ended = 0; ended < 5; ended++) {
    await expect.poll(() => ends.length).toBeGreaterThan(ended);
    ends[ended]?.();
  }
  await Promise.all(all);
  expect(done).toEqual([0, 1, 2, 3, 4]);
  expect(most()).toBe(2);
});

test('who finds the queue full is refused at once, and the place of work that failed is free', async () => {
  const lane = new Lane({ atOnce: 1, waiting: 1, patience: 5000 });
  const { begin, ends } = work();
  const first = lane.run('', begin);
  const second = lane.run('', () => Promise.reject(new Error('broken')));
  await expect(lane.run('', begin)).rejects.toBeInstanceOf(TooMuch);
  expect(lane.refused).toBe(1);
  ends[0]?.();
  await first;
  await expect(second).rejects.toThrow('broken');
  await sleep(5);
  expect(await lane.run('', async () => 'free')).toBe('free');
});

test('no task waits longer than the lane’s limit', async () => {
  const lane = new Lane({ atOnce: 1, waiting: 5, patience: 30 });
  const { begin, ends } = work();
  const first = lane.run('', begin);
  await expect(lane.run('', begin)).rejects.toBeInstanceOf(TooMuch);
  ends[0]?.();
  await first;
  await sleep(5);
  expect(await lane.run('', async () => 'next')).toBe('next');
});

test('who asks for one thing waits for one of another’s, not for all of them', async () => {
  const lane = new Lane({ atOnce: 1, waiting: 10, patience: 5000 });
  const { begin, ends } = work();
  const first = lane.run('flood', begin);
  const done: string[] = [];
  const all = ['flood', 'flood', 'flood', 'reader'].map((asker) =>
    lane.run(asker, async () => done.push(asker)),
  );
  ends[0]?.();
  await Promise.all([first, ...all]);
  expect(done).toEqual(['flood', 'reader', 'flood', 'flood']);
});

test('where the queue is full, what came last of who waits for the most makes room', async () => {
  const lane = new Lane({ atOnce: 1, waiting: 2, patience: 5000 });
  const { begin, ends } = work();
  const first = lane.run('flood', begin);
  const second = lane.run('flood', async () => 'second');
  const third = lane.run('flood', async () => 'third');
  const reader = lane.run('reader', async () => 'reader');
  await expect(third).rejects.toBeInstanceOf(TooMuch);
  await expect(lane.run('another', begin)).rejects.toBeInstanceOf(TooMuch);
  ends[0]?.();
  await first;
  expect(await Promise.all([second, reader])).toEqual(['second', 'reader']);
});
