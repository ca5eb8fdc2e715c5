import { publication } from '../../../publication.config.ts';

const NEVER = /^0000-/;

/** How far a zone is from UTC at a moment, in milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
  const named = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(moment)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(named ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
}

/**
 * A date as WordPress writes it, `2020-01-31 10:00:00`: by UTC, or else by the site's clock, which is
 * taken to be the publication's.
 * @returns null for a draft's `0000-00-00 00:00:00` and for what is no date
 */
export function momentOf(utc: string | undefined, local: string | undefined): Date | null {
  const read = (text: string | undefined) =>
    text && !NEVER.test(text) ? Date.parse(`${text.trim().replace(' ', 'T')}Z`) : Number.NaN;
  const exact = read(utc);
  if (!Number.isNaN(exact)) return new Date(exact);
  const clock = read(local);
  return Number.isNaN(clock) ? null : new Date(clock - offsetAt(clock, publication.timeZone));
}
