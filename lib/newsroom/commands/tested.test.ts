import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ARTICLE_COMMAND_NAMES } from '../../content/desk/commands.ts';

const matrix = readFileSync(new URL('permissions.db.test.ts', import.meta.url), 'utf8');
const isInMatrix = (name: string) => new RegExp(`^  '?${name}'?: \\[`, 'm').test(matrix);
const hasTest = (name: string) =>
  ['test.ts', 'db.test.ts'].some((kind) =>
    existsSync(new URL(`article/${name}.${kind}`, import.meta.url)),
  );

test.each(ARTICLE_COMMAND_NAMES)('the permissions of %s are written out in a test', (name) => {
  expect(isInMatrix(name) || hasTest(name)).toBe(true);
});
