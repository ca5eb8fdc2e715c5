/** Moments in form fields: `2026-11-24T09:15` in the publication's zone, whatever the browser's. */
import { publication } from '../../publication.config.ts';

const wall = new Intl.DateTimeFormat('sv-SE', {
  timeZone: publication.timeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** What a `datetime-local` field shows for a moment. */
export const toZonedField = (iso: string): string => wall.format(new Date(iso)).replace(' ', 'T');

/**
 * The moment that a `datetime-local` field means, as ISO 8601; null for an empty one.
 * @throws RangeError when it is no date
 */
export function fromZonedField(field: string): string | null {
  if (field === '') return null;
  const asUtc = Date.parse(`${field}Z`);
  // The zone's distance from UTC is asked at the moment itself; once more where the clocks change near it.
  let moment = asUtc;
  for (let round = 0; round < 2; round++) {
    const shown = Date.parse(`${toZonedField(new Date(moment).toISOString())}Z`);
    moment += asUtc - shown;
  }
  return new Date(moment).toISOString();
}
