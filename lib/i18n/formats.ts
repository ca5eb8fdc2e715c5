/**
 * Dates as readers see them, in the publication's time zone. The month names are our own: the ICU data of
 * Node and of the browser differ for Armenian and Azerbaijani, and a page must read the same in both.
 */
import { publication } from '../../publication.config.ts';
import { MONTHS, SHORT_MONTHS } from './locale-tables.generated.ts';
import type { Locale } from './locales.ts';
import { offsetAt } from './zone-offset.ts';

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: publication.timeZone,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

function partsOf(iso: string): Record<'year' | 'month' | 'day' | 'hour' | 'minute', string> {
  const parts = { year: '', month: '', day: '', hour: '', minute: '' };
  for (const { type, value } of clock.formatToParts(new Date(iso)))
    if (type in parts) parts[type as keyof typeof parts] = value;
  return { ...parts, day: String(Number(parts.day)) };
}

const monthOf = (names: string, month: string): string =>
  names.split(' ')[Number(month) - 1] ?? month;

/**
 * A day: `22 December 2025`, `22 декабря 2025`, `22 դեկտեմբերի 2025`, `22 dekabr 2025`.
 * @param iso - ISO 8601
 * @throws RangeError when it is not a date
 */
export function formatDay(iso: string, locale: Locale): string {
  const { day, month, year } = partsOf(iso);
  return `${day} ${monthOf(MONTHS[locale], month)} ${year}`;
}

/** The time of day in 24 hours, `14:35`. Arguments and errors as in {@link formatDay}. */
export function formatTime(iso: string): string {
  const { hour, minute } = partsOf(iso);
  return `${hour}:${minute}`;
}

/** Day and time: `22 December 2025 14:35`. Arguments and errors as in {@link formatDay}. */
export function formatPublicationDate(iso: string, locale: Locale): string {
  return `${formatDay(iso, locale)} ${formatTime(iso)}`;
}

const zoneClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: publication.timeZone,
  timeZoneName: 'shortOffset',
});

/**
 * Day and time with the time zone, `22 December 2025 14:35 (UTC+4)`: for readers in other zones. Arguments
 * and errors as in {@link formatDay}.
 */
export function formatZonedDate(iso: string, locale: Locale): string {
  const zone = zoneClock
    .formatToParts(new Date(iso))
    .find(({ type }) => type === 'timeZoneName')?.value;
  return `${formatPublicationDate(iso, locale)} (${zone?.replace('GMT', 'UTC') ?? 'UTC'})`;
}

/** Day and month for a narrow column: `22 Dec`. Arguments and errors as in {@link formatDay}. */
export function formatShortDate(iso: string, locale: Locale): string {
  const { day, month } = partsOf(iso);
  return `${day} ${monthOf(SHORT_MONTHS[locale], month)}`;
}

/**
 * A moment in machine-readable form, by the publication's clock, `2025-12-22T14:35:00+04:00`: it contains
 * the date and time that the page shows. Where the zone's offset includes seconds, as before there were
 * time zones, it is given in whole minutes, as ISO 8601 requires, and the moment is the same. Arguments and
 * errors as in {@link formatDay}.
 */
export function formatMoment(iso: string): string {
  const moment = new Date(iso).getTime();
  const minutes = Math.trunc(offsetAt(moment, publication.timeZone) / 60_000);
  const clock = new Date(moment + minutes * 60_000).toISOString().slice(0, 19);
  const pad = (count: number) => String(count).padStart(2, '0');
  const away = Math.abs(minutes);
  return `${clock}${minutes < 0 ? '-' : '+'}${pad(Math.trunc(away / 60))}:${pad(away % 60)}`;
}
