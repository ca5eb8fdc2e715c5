import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PACKAGES } from './debian.ts';

test('the README names every system package that the tests use', () => {
  const readme = readFileSync('README.md', 'utf8');
  const section = /## Test it\n([^]*?)\n## /.exec(readme)?.[1] ?? '';
  expect(PACKAGES.filter((name) => !section.includes(`\`${name}\``))).toEqual([]);
});
