/** Date and time formats of files. */
import { offsetAt } from '../../i18n/zone-offset.ts';

const MOMENT =
  /^(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?) ?(Z|z|[+-]\d\d:?\d\d)?)?$/;

/**
 * Reads a time in ISO 8601, or in RFC 3339 with a blank between date and time.
 * @returns its parts, or null if the date, time or offset does not exist, such as 30 February
 */
function partsOf(text: string): { day: string; time: string; offset: string | null } | null {
  const [, day = '', time = '00:00', offset = null] = MOMENT.exec(text.trim()) ?? [];
  const noon = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(noon.getTime()) || !noon.toISOString().startsWith(day)) return null;
  // Neither the database nor the calendar has a year 0.
  if (day.startsWith('0000')) return null;
  const plain = time.replace(',', '.');
  const colon = offset?.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2').toUpperCase() ?? null;
  const [, hours = 0, minutes = 0] = /^[+-](\d\d):(\d\d)$/.exec(colon ?? '') ?? [];
  // No place on Earth is farther from UTC than fourteen hours; historical offsets stay below sixteen.
  if (Number(hours) > 15 || Number(minutes) > 59) return null;
  return Number.isNaN(Date.parse(`${day}T${plain}Z`)) ? null : { day, time: plain, offset: colon };
}

/** A complete time, with date, time and offset: `2026-11-24T09:15:00+04:00`; else null. */
export function exactMoment(text: string): Date | null {
  const parts = partsOf(text);
  return parts?.offset && /[Tt]/.test(text)
    ? new Date(`${parts.day}T${parts.time}${parts.offset}`)
    : null;
}

/**
 * A time that may lack its offset or its time of day: then it is in the given zone, at midnight.
 * @param zone - an IANA name
 * @returns null if the text is not a valid time
 */
export function looseMoment(text: string, zone: string): Date | null {
  const parts = partsOf(text);
  if (!parts) return null;
  if (parts.offset) return new Date(`${parts.day}T${parts.time}${parts.offset}`);
  const clock = Date.parse(`${parts.day}T${parts.time}Z`);
  // The offset at that moment, which differs from the first guess around a clock change.
  const guess = clock - offsetAt(clock, zone);
  return new Date(clock - offsetAt(guess, zone));
}
