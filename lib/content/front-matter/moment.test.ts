import { expect, test } from 'vitest';
import { exactMoment, looseMoment } from './moment.ts';

test.each([
  ['2026-11-24T09:15:00+04:00', '2026-11-24T05:15:00.000Z'],
  ['2026-11-24T09:15Z', '2026-11-24T09:15:00.000Z'],
  ['2026-11-24T24:00:00+04:00', '2026-11-24T20:00:00.000Z'],
  ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
  ['1875-07-22T10:00:00+04:00', '1875-07-22T06:00:00.000Z'],
])('%s is a moment', (text, iso) => {
  expect(exactMoment(text)?.toISOString()).toBe(iso);
});

test.each([
  '2026-02-30T10:00:00+04:00',
  '2023-02-29T10:00:00Z',
  '2026-04-31T10:00:00Z',
  '2026-13-01T10:00:00Z',
  '2026-11-24T25:00:00Z',
  '2016-12-31T23:59:60Z',
  '2026-11-24T10:00:00+24:00',
  '0000-01-01T00:00:00Z',
  '2026-11-24T10:00:00',
  '2026-11-24',
  'yesterday',
])('%s is none', (text) => {
  expect(exactMoment(text)).toBeNull();
});

test.each([
  ['2026-11-26', '2026-11-25T20:00:00.000Z'],
  ['2026-11-26 10:00', '2026-11-26T06:00:00.000Z'],
  ['2026-11-26 10:00:00 +0300', '2026-11-26T07:00:00.000Z'],
  ['2026-11-26T10:00:00.000Z', '2026-11-26T10:00:00.000Z'],
  ['2010-07-22T10:00:00', '2010-07-22T05:00:00.000Z'],
])('%s is read by the clock of a zone', (text, iso) => {
  expect(looseMoment(text, 'Asia/Baku')?.toISOString()).toBe(iso);
});

test('a day that is none is none by any clock', () => {
  expect(looseMoment('2026-02-30', 'Asia/Baku')).toBeNull();
});
