/** The demonstration edition, which a newsroom may delete: then there is nothing to check. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fontsFor } from '../../lib/syndication/share-card/fonts.ts';

const EDITION = 'edition';

const isThere = existsSync(EDITION);
const files = (isThere ? readdirSync(EDITION) : [])
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, text: readFileSync(`${EDITION}/${name}`, 'utf8') }));

describe.skipIf(!isThere)('the demonstration edition', () => {
  test('is set with the apostrophes of its quotation marks', () => {
    const straight = files.flatMap(({ name, text }) =>
      text
        .split('\n')
        .filter((line) => /\p{L}'/u.test(line))
        .map((line) => `${name}: ${line}`),
    );
    expect(straight).toEqual([]);
  });

  test('has no headline with a letter that a share card cannot draw', async () => {
    const headlines = files.map(({ text }) => /^headline: (.*)$/m.exec(text)?.[1] ?? '');
    const letters = [...new Set(headlines.join(''))];
    expect(letters.length).toBeGreaterThan(100);
    const { settable } = await fontsFor(letters.join(''));
    expect(letters.filter((letter) => !settable.includes(letter))).toEqual([]);
  });
});
