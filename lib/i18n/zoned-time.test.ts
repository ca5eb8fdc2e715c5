import { expect, test } from 'vitest';
import { fromZonedField, toZonedField } from './zoned-time.ts';

test('a field shows and means the publication’s time, not the machine’s', () => {
  expect(toZonedField('2026-11-24T05:15:00.000Z')).toBe('2026-11-24T09:15');
  expect(fromZonedField('2026-11-24T09:15')).toBe('2026-11-24T05:15:00.000Z');
  expect(fromZonedField('')).toBeNull();
  expect(() => fromZonedField('tomorrow')).toThrow(RangeError);
});
