import { publication } from '../../../publication.config.ts';
import { looseMoment } from '../../content/front-matter/moment.ts';

const NEVER = /^0000-/;

/**
 * A date as WordPress writes it, `2020-01-31 10:00:00`: in UTC, or else in the site's time zone, which is
 * assumed to be the publication's.
 * @returns null for a draft's `0000-00-00 00:00:00` and for an invalid date
 */
export function momentOf(utc: string | undefined, local: string | undefined): Date | null {
  const read = (text: string | undefined, zone: string) =>
    text && !NEVER.test(text) ? looseMoment(text, zone) : null;
  return read(utc, 'UTC') ?? read(local, publication.timeZone);
}
