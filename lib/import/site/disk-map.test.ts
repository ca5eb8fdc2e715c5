import { afterEach, expect, test } from 'vitest';
import { addTo, DiskMap } from './disk-map.ts';

const maps: DiskMap<unknown>[] = [];
afterEach(() => maps.splice(0).forEach((map) => map.close()));
function mapOf<Value>(): DiskMap<Value> {
  const map = new DiskMap<Value>();
  maps.push(map as DiskMap<unknown>);
  return map;
}

test('a value is found under its key, the last one that was given', () => {
  const map = mapOf<{ src: string }>();
  map.set('Ա', { src: 'a' });
  map.set('Ա', { src: 'b’' });
  expect([map.get('Ա'), map.get('a')]).toEqual([{ src: 'b’' }, undefined]);
});

test('values of one key keep their order', () => {
  const map = mapOf<string[]>();
  for (const value of ['c', 'a', 'b']) addTo(map, 'post', value);
  expect(map.get('post')).toEqual(['c', 'a', 'b']);
});

test('two maps know nothing of each other', () => {
  const [one, other] = [mapOf<number>(), mapOf<number>()];
  one.set('a', 1);
  expect(other.get('a')).toBeUndefined();
});

test('what it holds is not held in memory', () => {
  const map = mapOf<string>();
  const before = process.memoryUsage().rss;
  const value = 'x'.repeat(10_000);
  // 150 megabytes.
  for (let key = 0; key < 15_000; key++) map.set(String(key), value);
  expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  expect(map.get('14999')).toBe(value);
});
