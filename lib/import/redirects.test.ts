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
  ['semicolons', 'from;to\n/a;/en\n"/b;c";/ru'],
  ['tabs', 'from\tto\n/a\t/en\n/b;c\t/ru'],
  ['a spreadsheet’s own first line', 'sep=;\n/a;/en\n"/b;c";/ru'],
  ['the line ends of an old Mac', 'from,to\r/a,/en\r/b;c,/ru'],
])('%s are read', (_, text) => {
  expect(readRedirects(text)).toMatchObject({
    lines: [
      { from: '/a', to: '/en' },
      { from: '/b;c', to: '/ru' },
    ],
    faults: [],
  });
});

test('a comma in an address is said to need quotation marks', () => {
  expect(readRedirects('from,to\n/2019/05/a,b.html,/en').faults).toEqual([
    {
      line: 2,
      reason: expect.stringMatching(/but 3: one with “,” in it stands in quotation marks/),
    },
  ]);
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
