import { describe, expect, it } from 'vitest';
import {
  formatDay,
  formatMoment,
  formatPublicationDate,
  formatShortDate,
  formatTime,
} from './formats.ts';

const AFTERNOON = '2025-12-22T10:35:00.000Z';
const LATE = '2026-03-04T21:07:00.000Z';

describe('formats of dates', () => {
  it.each([
    ['en', '22 December 2025 14:35'],
    ['ru', '22 декабря 2025 14:35'],
    ['hy', '22 դեկտեմբերի 2025 14:35'],
    ['az', '22 dekabr 2025 14:35'],
  ] as const)('writes day and time in %s', (locale, written) => {
    expect(formatPublicationDate(AFTERNOON, locale)).toBe(written);
  });
  it('counts days in the zone of the publication, not of the machine', () => {
    expect(formatDay(LATE, 'en')).toBe('5 March 2026');
    expect(formatTime(LATE)).toBe('01:07');
  });
  it.each([
    ['en', '5 Mar'],
    ['ru', '5 марта'],
    ['hy', '5 մրտ.'],
    ['az', '5 mart'],
  ] as const)('shortens the month in %s', (locale, written) => {
    expect(formatShortDate(LATE, locale)).toBe(written);
  });
  it('writes for machines the same moment by the same clock', () => {
    expect(formatMoment(AFTERNOON)).toBe('2025-12-22T14:35:00+04:00');
    expect(formatMoment(LATE)).toBe('2026-03-05T01:07:00+04:00');
    expect(new Date(formatMoment(LATE)).toISOString()).toBe(LATE);
  });
  it.each([
    ['1875-07-22T06:00:00.000Z', '1875-07-22T09:19:00+03:19'],
    ['2010-07-22T05:00:00.000Z', '2010-07-22T10:00:00+05:00'],
  ])('writes for machines the moment %s with an offset that ISO 8601 knows', (moment, written) => {
    expect(formatMoment(moment)).toBe(written);
    expect(new Date(written).toISOString()).toBe(moment);
  });
  it('refuses an invalid date', () => {
    expect(() => formatDay('yesterday', 'en')).toThrow(RangeError);
  });
});
