import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const files = ['app', 'components'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .map((name) => `${folder}/${name}`),
);

/** Named as the component beside it (page-scripts.test.ts), or as the folder that it lists. */
const IS_NAMED_AFTER = /\.(page|attributes|generated)\.ts$/;
/** Named by the framework, which takes them for client files alone. */
const FRAMEWORK_NAMES = /\/(global-)?error\.tsx$/;

test('a file says “use client” if and only if its name ends with .client.tsx', () => {
  const isClient = (file: string) => /^\s*['"]use client['"]/.test(readFileSync(file, 'utf8'));
  expect(files.filter(isClient).sort()).toEqual(
    files.filter((file) => file.endsWith('.client.tsx') || FRAMEWORK_NAMES.test(file)).sort(),
  );
  expect(files.some(isClient)).toBe(true);
});

test('components are named like classes, everything else in small letters and hyphens', () => {
  const odd = files.filter((file) => {
    const name = file.split('/').at(-1) ?? '';
    return file.startsWith('components/') && file.endsWith('.tsx')
      ? !/^[A-Z][A-Za-z]*(\.client|\.browser-test)?\.tsx$/.test(name)
      : !/^[a-z][a-z-]*(\.client)?\.tsx?$/.test(name) && !IS_NAMED_AFTER.test(name);
  });
  expect(odd).toEqual([]);
});
