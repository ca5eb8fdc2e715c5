import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('the edition is set with the apostrophes of its quotation marks', () => {
  const straight = readdirSync('edition')
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) =>
      readFileSync(`edition/${name}`, 'utf8')
        .split('\n')
        .filter((line) => /\p{L}'/u.test(line))
        .map((line) => `${name}: ${line}`),
    );
  expect(straight).toEqual([]);
});
