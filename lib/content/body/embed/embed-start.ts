/** The second at which a film starts, as services write it: `231`, `231s`, `3m51s`, `3:51`. */
function secondsOf(text: string): number {
  const clock = /^(?:(\d{1,2}):)?(\d{1,3}):(\d{1,2})$/.exec(text);
  const words = /^(?:(\d{1,2})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?$/.exec(text);
  const [, hours, minutes, seconds] = clock ?? words ?? [];
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
}

/** The second at which a film starts according to its address; 0 for its beginning. */
export function startIn({ searchParams, hash }: URL): number {
  const said =
    searchParams.get('t') ?? searchParams.get('start') ?? /[#&]t=([^&]+)/.exec(hash)?.[1];
  return said ? secondsOf(said) : 0;
}
