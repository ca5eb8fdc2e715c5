import { expect, test } from 'vitest';
import { readRedirects } from './redirects.ts';

test('a CSV with quotation marks, remarks, hosts and a byte order mark is read', () => {
  expect(
    readRedirects(
      '\uFEFFfrom,to\r\n# the old archive\r\n"/a,b",/en\r\n\r\nhttps://old.example/c?d=1 , https://other.example/',
    ),
  ).toEqual({
    lines: [
      { line: 3, from: '/a,b', to: '/en' },
      { line: 5, from: '/c?d=1', to: 'https://other.example/' },
    ],
    faults: [],
  });
});

test.each([
  ['/a', 'not two values'],
  ['/a,/b,/c', 'not two values'],
  ['a,/en', 'a is no address'],
  ['/a,javascript:alert(1)', 'neither a path'],
  ['/a,//evil.example', 'neither a path'],
  ['/a,http://plain.example/', 'neither a path'],
  ['/a,/EN/Post/B/', 'lead on once more'],
])('“%s” is refused with its line', (row, reason) => {
  expect(readRedirects(`from,to\n${row}`).faults).toEqual([
    { line: 2, reason: expect.stringContaining(reason) },
  ]);
});
