import { expect, test } from 'vitest';
import { exportNames } from './export-names.ts';

const named = (...sourceNames: string[]) => [
  ...exportNames(
    sourceNames.map((sourceName, index) => ({
      id: `id${index}`,
      sourceName,
      originalFormat: 'jpeg',
    })),
  ).values(),
];

test('a picture keeps its name, and two of one name get different ones', () => {
  expect(named('a.jpg', 'B c.png', 'a.jpg', 'A.JPG')).toEqual([
    'a.jpg',
    'B-c.png',
    'id2.jpeg',
    'id3.jpeg',
  ]);
});

test.each(['..', '.', '', '.hidden', '...', 'a.', 'CON', 'nul.jpg', 'x'.repeat(300)])(
  'a picture that is named “%s” is called by its id',
  (name) => {
    expect(named(name)).toEqual(['id0.jpeg']);
  },
);
