/** Moments in form fields: `2026-11-24T09:15` in the publication's time zone, whatever the browser's is. */
import { publication } from '../../publication.config.ts';

const wall = new Intl.DateTimeFormat('sv-SE', {
  timeZone: publication.timeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/**
 * The value of a `datetime-local` field for a moment.
 * @param iso - ISO 8601
 */
export const toZonedField = (iso: string): string => wall.format(new Date(iso)).replace(' ', 'T');

/**
 * The moment of a `datetime-local` value, as ISO 8601; null for an empty value.
 * @throws RangeError when it is not a date
 */
export function fromZonedField(field: string): string | null {
  if (field === '') return null;
  const asUtc = Date.parse(`${field}Z`);
  // The zone's offset is read at the moment itself, in a second round, because the clocks may change near
  // it.
  let moment = asUtc;
  for (let round = 0; round < 2; round++) {
    const shown = Date.parse(`${toZonedField(new Date(moment).toISOString())}Z`);
    moment += asUtc - shown;
  }
  return new Date(moment).toISOString();
}
