import { expect, test } from 'vitest';
import { redirectKeys } from './redirect.ts';

test('an address is looked up as it was requested, then without its query', () => {
  expect(redirectKeys('/Index.php?id=5&lang=ru&fbclid=x')).toEqual([
    '/index.php?id=5&lang=ru&fbclid=x',
    '/index.php?id=5&lang=ru',
    '/index.php?id=5',
    '/index.php?lang=ru',
    '/index.php',
  ]);
});

test('parameters of any name may be too many', () => {
  const keys = redirectKeys('/a?x=1&id=5&y=2');
  expect(keys).toContain('/a?id=5');
  expect(keys[0]).toBe('/a?x=1&id=5&y=2');
  expect(keys.at(-1)).toBe('/a');
});

test('however many there are, few addresses are looked for', () => {
  const many = Array.from({ length: 300 }, (_, at) => `p${at}=1`).join('&');
  const keys = redirectKeys(`/a?${many}&utm_source=x`);
  expect(keys.length).toBeLessThan(70);
  expect(keys).toContain('/a');
});
