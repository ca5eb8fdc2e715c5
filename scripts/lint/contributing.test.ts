import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const text = readFileSync('CONTRIBUTING.md', 'utf8');

test('every step of the walks names a file and something in it', () => {
  const steps = [...text.matchAll(/`([\w./[\]()-]+\.tsx?):(\w+)`/g)];
  expect(steps.length).toBeGreaterThan(20);
  const wrong = steps.filter(
    ([, file = '', name = '']) =>
      !existsSync(file) || !new RegExp(`\\b${name}\\b`).test(readFileSync(file, 'utf8')),
  );
  expect(wrong.map(([step]) => step)).toEqual([]);
});

test('every folder of the map is there', () => {
  const [, map = ''] = /## The map\n([\s\S]*?)\n## /.exec(text) ?? [];
  const folders = [
    ...map.matchAll(
      /`((?:app|components|lib|messages|e2e|scripts|deploy|edition|docs)[\w./[\]()-]*)`/g,
    ),
  ];
  expect(folders.length).toBeGreaterThan(15);
  // A newsroom may delete the demonstration edition.
  const missing = folders
    .map(([, folder = '']) => folder)
    .filter((folder) => !existsSync(folder) && folder !== 'edition/');
  expect(missing).toEqual([]);
});
