import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { derivedLists, listOf } from './derived-lists.ts';

const animals = { folder: 'lib/animals', exported: 'animal', list: 'ANIMALS' };

test('a list names each module of the folder, in the order of the alphabet', () => {
  expect(listOf(animals, ['sea-cow.ts', 'ant.ts'])).toBe(
    `/** Written by \`npm run generate\` from the files of \`lib/animals\`. */
import { animal as ant } from './animals/ant.ts';
import { animal as seaCow } from './animals/sea-cow.ts';

export const ANIMALS = {
  ant,
  'sea-cow': seaCow,
} as const;
`,
  );
});

test('a list leaves out tests, styles and folders', () => {
  const files = ['ant.ts', 'ant.test.ts', 'ant.browser.test.tsx', 'ant.module.css', 'wings'];
  expect(listOf(animals, files)).not.toMatch(/test|css|wings/);
});

test('a list names the style sheets of the folder too, where it is asked for them', () => {
  const files = ['Ant.tsx', 'SeaCow.module.css'];
  const list = listOf({ ...animals, isCamelCase: true, styles: 'LOOKS' }, files);
  expect(list).toContain("import seaCowStyles from './animals/SeaCow.module.css';");
  expect(list).toContain('export const LOOKS = {\n  seaCow: seaCowStyles,\n} as const;');
  expect(list).toContain('export const ANIMALS = {\n  ant,\n} as const;');
});

test('a module whose name is a word of the language gets a name of its own', () => {
  expect(listOf(animals, ['import.ts'])).toContain('{ animal as _import }');
});

test('a folder without a module is refused', () => {
  expect(() => listOf(animals, ['notes.md'])).toThrow('lib/animals holds no module');
});

test('the lists in the repository are those of its folders', async () => {
  for (const { path, text } of await derivedLists())
    expect(readFileSync(path, 'utf8'), path).toBe(text);
});
