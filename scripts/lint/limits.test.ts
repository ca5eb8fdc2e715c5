import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';
import { FOLDER_FILES, LARGE_FOLDERS } from './limits.mjs';

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(file));

test('a folder holds no more than 25 files', () => {
  const counts = new Map<string, number>();
  for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  expect(counts.size).toBeGreaterThan(50);
  const large = [...counts].filter(([, count]) => count > FOLDER_FILES).map(([folder]) => folder);
  expect(large.filter((folder) => !LARGE_FOLDERS.includes(folder))).toEqual([]);
});

/** The rules that refuse a text, as if it were a file of the portal. */
async function rulesAgainst(text: string): Promise<(string | null)[]> {
  const [result] = await new ESLint().lintText(text, { filePath: 'lib/example.ts' });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId);
}

const lines = (count: number) => 'note();\n'.repeat(count);

test('a function over 80 lines fails lint', async () => {
  const body = (count: number) => `export function example() {\n${lines(count)}}\n`;
  expect(await rulesAgainst(body(78))).toEqual([]);
  expect(await rulesAgainst(body(79))).toEqual(['max-lines-per-function']);
});

test('a file over 250 lines fails lint', async () => {
  expect(await rulesAgainst(lines(250))).toEqual([]);
  expect(await rulesAgainst(lines(251))).toEqual(['max-lines']);
});

test('nesting over four levels fails lint', async () => {
  const nested = (depth: number) =>
    `export function example() {\n${'if (go()) {\n'.repeat(depth)}stop();\n${'}\n'.repeat(depth)}}\n`;
  expect(await rulesAgainst(nested(4))).toEqual([]);
  expect(await rulesAgainst(nested(5))).toEqual(['max-depth']);
});

test('a line that switches a rule off says why', () => {
  const silent = files
    .filter((file) => /\.(tsx?|mjs)$/.test(file))
    .filter((file) => !file.startsWith('scripts/lint/'))
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter(
          (line) =>
            /eslint-disable/.test(line) && !/eslint-disable[\w-]* [\w/, -]+ -- \S/.test(line),
        )
        .map((line) => `${file}: ${line.trim()}`),
    );
  expect(silent).toEqual([]);
});
