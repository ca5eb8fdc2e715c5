import { expect, test } from 'vitest';
import { declarationOf } from '../../lib/i18n/declaration-of.ts';
import type { LocaleDeclaration } from '../../lib/i18n/locale-declaration.ts';
import { tablesOf } from './derived-of-locales.ts';

const declared = (changes: Partial<LocaleDeclaration>): LocaleDeclaration => ({
  ...declarationOf('en'),
  ...changes,
});

test('the tables list the languages in the order of the switcher', () => {
  const tables = tablesOf([
    ['zu', declared({ position: 1 })],
    ['af', declared({ position: 2, shortMonths: 'Jan. Feb.' })],
  ]);
  expect(tables).toContain('export const LOCALES = ["zu","af"] as const;');
  expect(tables).toContain('  af: "Jan. Feb.",');
});

test('the tables leave out what only the server needs', () => {
  expect(tablesOf([['en', declared({})]])).not.toMatch(/SEARCH|SAMPLE|harbour/);
});

test('two languages at one position are refused', () => {
  const both = [
    ['zu', declared({ position: 1 })],
    ['af', declared({ position: 1 })],
  ] as const;
  expect(() => tablesOf(both)).toThrow('the same position');
});
