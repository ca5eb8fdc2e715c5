const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  clocks.set(timeZone, clock);
  return clock;
}

/**
 * The offset of a time zone from UTC at a moment, in milliseconds; before there were time zones it includes
 * seconds.
 * @param moment - milliseconds since the epoch
 * @param timeZone - an IANA name
 * @throws RangeError where the moment is not a valid one
 */
export function offsetAt(moment: number, timeZone: string): number {
  const named = clockOf(timeZone)
    .formatToParts(moment)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hours, minutes, seconds = '0'] =
    /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(named ?? '') ?? [];
  const away = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds);
  return (sign === '-' ? -1 : 1) * away * 1000;
}
