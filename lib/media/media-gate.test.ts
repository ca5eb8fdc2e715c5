import type { IncomingMessage } from 'node:http';
import { expect, test, vi } from 'vitest';
import type { MediaReach } from '../content/desk/media.ts';
import { MediaGate } from './media-gate.ts';

const nobody = {} as IncomingMessage;
const journalist = { headers: { cookie: 'x' } } as unknown as IncomingMessage;

function gateBefore(reachOf: (path: string) => Promise<MediaReach>) {
  const drop = vi.fn(() => Promise.resolve());
  const asked = vi.fn(reachOf);
  const gate = new MediaGate({
    reachOf: asked,
    isOfNewsroom: (request) => Promise.resolve(request === journalist),
    drop,
  });
  return { gate, asked, drop };
}
const PICTURE = `/${'a'.repeat(32)}/480.webp`;

test('a picture of a withdrawn article is available to the newsroom only', async () => {
  const { gate } = gateBefore(() => Promise.resolve('newsroom'));
  expect(await gate.judge(nobody, PICTURE)).toBe('gone');
  expect(await gate.judge(journalist, PICTURE)).toBe('one');
});

test('the card of an article that was taken back is gone, and leaves the store', async () => {
  const { gate, drop } = gateBefore(() => Promise.resolve('newsroom'));
  expect(await gate.judge(journalist, '/cards/7-0123456789abcdef.png')).toBe('gone');
  expect(drop).toHaveBeenCalledWith('/cards/7-0123456789abcdef.png');
});

test('an unguessable address is cached privately, and a picture without an article is missing', async () => {
  const one = gateBefore(() => Promise.resolve('who-knows-it'));
  expect(await one.gate.judge(nobody, PICTURE)).toBe('one');
  const none = gateBefore(() => Promise.resolve('nobody'));
  expect(await none.gate.judge(nobody, PICTURE)).toBe('missing');
});

test('the database is asked once for all cuts of a picture, until something is published', async () => {
  const { gate, asked } = gateBefore(() => Promise.resolve('everybody'));
  for (const cut of ['480.webp', '800.avif', '16x9-480.webp'])
    expect(await gate.judge(nobody, `/${'a'.repeat(32)}/${cut}`)).toBe('everybody');
  expect(asked).toHaveBeenCalledTimes(1);
  gate.forget();
  await gate.judge(nobody, PICTURE);
  expect(asked).toHaveBeenCalledTimes(2);
});

test('a database that is silent is waited for once, and what it said before still holds', async () => {
  let isSilent = false;
  const { gate } = gateBefore((path) =>
    isSilent
      ? new Promise(() => {})
      : Promise.resolve(path.includes('b') ? 'newsroom' : 'everybody'),
  );
  const gone = `/${'b'.repeat(32)}/480.webp`;
  await gate.judge(nobody, gone);
  isSilent = true;
  const start = performance.now();
  for (let number = 0; number < 20; number++)
    expect(await gate.judge(nobody, `/${String(number).padStart(32, '0')}/480.webp`)).toBe('one');
  expect(performance.now() - start).toBeLessThan(2000);
  expect(await gate.judge(nobody, gone)).toBe('gone');
});

test('a database that is away is asked again for the next reader', async () => {
  let isAway = true;
  const { gate } = gateBefore(() =>
    isAway ? Promise.reject(new Error('away')) : Promise.resolve('newsroom'),
  );
  expect(await gate.judge(nobody, PICTURE)).toBe('one');
  isAway = false;
  await vi.waitFor(async () => expect(await gate.judge(nobody, PICTURE)).toBe('gone'));
});
