import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const files = readdirSync('components', { recursive: true, encoding: 'utf8' }).map(
  (name) => `components/${name}`,
);
const endingWith = (ending: string) => files.filter((file) => file.endsWith(ending));
const textOf = (file: string) => readFileSync(file, 'utf8');

/** Every attribute, id, key and event that is declared for a page script. */
const declared = (
  await Promise.all(
    endingWith('.attributes.ts').map(async (file) => {
      const objects = Object.values((await import(resolve(file))) as Record<string, object>);
      return objects.flatMap((values) => Object.values(values) as string[]);
    }),
  )
).flat();

test('a page script and its attributes stand beside the component that they serve', () => {
  const alone = [...endingWith('.page.ts'), ...endingWith('.attributes.ts')].filter((file) => {
    const component = file.replace(/\.(page|attributes)\.ts$/, '');
    return !existsSync(`${component}.tsx`) && !existsSync(`${component}.client.tsx`);
  });
  expect(endingWith('.page.ts').length).toBeGreaterThan(5);
  expect(alone).toEqual([]);
});

test('a page script names no attribute by itself: it imports what its component declares', () => {
  const own = endingWith('.page.ts').filter((file) => /\bdata-|\.dataset\b/.test(textOf(file)));
  expect(own).toEqual([]);
});

test('a component takes what it shares with a page script from the declaration', () => {
  const names = declared.filter((name) => /^data-.|:/.test(name));
  const literal = files
    .filter((file) => /\.tsx$/.test(file) && !file.includes('.test.'))
    .flatMap((file) =>
      names
        .filter((name) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(textOf(file)))
        .map((name) => `${file}: ${name}`),
    );
  expect(names).toContain('data-island');
  expect(literal).toEqual([]);
});

test('nothing is declared twice for different elements', () => {
  const keys = declared.filter((name) => name.startsWith('data-'));
  expect(keys.filter((name, index) => keys.indexOf(name) !== index)).toEqual([]);
});
