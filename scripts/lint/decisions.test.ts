import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const FOLDER = 'docs/decisions';
const files = readdirSync(FOLDER).sort();

test('decisions are numbered without holes, in the name and in the title', () => {
  const numbered = files.map((_, index) => index + 1);
  expect(files.map((file) => Number(file.slice(0, 4)))).toEqual(numbered);
  const titles = files.map(
    (file) => /^# (\d+)\. /.exec(readFileSync(`${FOLDER}/${file}`, 'utf8'))?.[1],
  );
  expect(titles).toEqual(numbered.map(String));
});

test.each(files)('%s has its three parts, in their order', (file) => {
  const parts = [...readFileSync(`${FOLDER}/${file}`, 'utf8').matchAll(/^## (.+)$/gm)];
  expect(parts.map(([, part]) => part)).toEqual(['Context', 'Decision', 'Consequences']);
});
