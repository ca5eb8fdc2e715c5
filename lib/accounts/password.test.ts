import { expect, test } from 'vitest';
import { isGuessable } from './password.ts';

const known = ['lena.orlova@caliber.example', 'Lena Orlova'];

test.each([
  ['a letter again and again', 'aaaaaaaaaaaa'],
  ['a word of every list', 'password1234'],
  ['a walk on the keyboard', 'qwertyuiop12'],
  ['figures in their order', '123456789012'],
  ['its owner’s name', 'lenaorlova12'],
  ['its owner’s address', 'lena.orlova@caliber.example'],
  ['the publication’s name', 'caliber.az.caliber.az'],
  ['two hundred letters that are one', 'x'.repeat(200)],
])('%s is no password', async (_, password) => {
  expect(await isGuessable(password, known)).toBe(true);
});

test('words that do not belong together are one, and so is what a manager makes', async () => {
  for (const password of [
    'a ferry in the fog',
    'another fine pass',
    'vK9#mQ2$xL7!',
    'туман над паромом',
  ])
    expect([password, await isGuessable(password, known)]).toEqual([password, false]);
});

test('a hostile password takes no time', async () => {
  await isGuessable('warm', []);
  const start = performance.now();
  await isGuessable('passwordqwerty1234'.repeat(11), known);
  expect(performance.now() - start).toBeLessThan(2000);
});
