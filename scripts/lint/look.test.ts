import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COLOURS } from '../../components/theme/look.ts';
import { coloursCss } from '../generate/derived-of-look.ts';

test('no colour of the look stands in a second place', () => {
  const colours = new Set(Object.values(COLOURS).flatMap(({ light, dark }) => [light, dark]));
  const listed = execFileSync(
    'git',
    ['ls-files', 'app', 'components', 'lib', 'scripts', 'publication.config.ts', 'server.ts'],
    { encoding: 'utf8' },
  );
  const copies = listed
    .split('\n')
    .filter((file) => /\.(tsx?|m?js|css|svg)$/.test(file))
    .filter(
      (file) => !/^components\/theme\/look|\.generated\.|\.test\.|^scripts\/pictures\//.test(file),
    )
    .filter((file) => {
      const text = readFileSync(file, 'utf8').toLowerCase();
      return [...colours].some((colour) => text.includes(colour));
    });
  expect(copies).toEqual([]);
});

test('a colour is a custom property of both themes', () => {
  expect(coloursCss({ ink2: { light: '#111111', dark: '#eeeeee' } })).toContain(
    '    --ink-2: light-dark(#111111, #eeeeee);',
  );
});
