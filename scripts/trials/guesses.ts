/**
 * `npm run trials -- guesses [count]`: passwords guessed at two processes on one PostgreSQL, each time from
 * another address, for an account that is there and one that is not; then how long a refusal takes for either.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { signIn } from '../../lib/accounts/sessions.ts';
import { systemClock } from '../../lib/clock.ts';
import { connectTo } from '../../lib/db/client.ts';
import { signInAttempts } from '../../lib/db/schema/newsroom.ts';
import { startFleet, type Fleet } from '../testing/fleet.ts';
import { joinNewsroom } from '../testing/journalist.ts';

const COUNT = 10_000;
const TIMED = 2000;
const AT_ONCE = 8;

/** Guesses at the portals in turn. @returns how often each status was the answer */
async function guessAt(fleet: Fleet, email: string, count: number) {
  let left = count;
  const statuses: Record<number, number> = {};
  const guess = async () => {
    while (left-- > 0) {
      const site = fleet.portals[left % fleet.portals.length]?.site ?? '';
      const answer = await fetch(`${site}/api/newsroom/session`, {
        method: 'POST',
        headers: {
          origin: site,
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/json',
          'x-forwarded-for': `198.51.${(left >> 8) % 256}.${left % 256}`,
        },
        body: JSON.stringify({ email, password: `guess number ${left}` }),
      });
      await answer.arrayBuffer();
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, guess));
  return statuses;
}

/** How often a value of the one is greater than a value of the other: ½ when they are indistinguishable. */
function greater(one: readonly number[], other: readonly number[]): number {
  let wins = 0;
  for (const value of one)
    for (const rival of other) wins += value > rival ? 1 : value === rival ? 0.5 : 0;
  return wins / (one.length * other.length);
}
const middle = (values: readonly number[]) =>
  [...values].sort((one, other) => one - other)[values.length >> 1] ?? 0;

const count = Number(process.argv[2] ?? COUNT);
const fleet = await startFleet({ size: 2, settings: { TRUSTED_PROXIES: '127.0.0.1' } });
const { database, close } = connectTo({ url: fleet.postgres.target });
const from = { database, clock: systemClock };
try {
  const email = 'guessed@caliber.example';
  await joinNewsroom(fleet.portals[0]?.site ?? '', fleet.env, { role: 'reporter', email });
  const nobody = 'nobody@caliber.example';
  const there = await guessAt(fleet, email, count / 2);
  const missing = await guessAt(fleet, nobody, count / 2);
  const timed: Record<string, number[]> = { [email]: [], [nobody]: [] };
  for (let time = 0; time < TIMED; time++) {
    const guessed = time % 2 === 0 ? email : nobody;
    await database.delete(signInAttempts);
    await sleep(1);
    const begun = performance.now();
    await signIn({ email: guessed, password: 'no', address: '192.0.2.1' }, from);
    timed[guessed]?.push(performance.now() - begun);
  }
  const [known = [], unknown = []] = [timed[email], timed[nobody]];
  const slowerShare = greater(known, unknown);
  console.log(
    `${count} guesses, each from another address, at 2 processes: of an account ${JSON.stringify(there)}, of none ${JSON.stringify(missing)} ` +
      `(401 was looked at, 429 was not; asked for: the same for both, 100 looked at). ${TIMED} refusals timed: ` +
      `median ${middle(known).toFixed(1)} ms with an account, ${middle(unknown).toFixed(1)} ms without; the one is slower ` +
      `in ${(slowerShare * 100).toFixed(1)} % of pairs (50: indistinguishable)`,
  );
  if (there[401] !== 100 || missing[401] !== 100 || Math.abs(slowerShare - 0.5) > 0.1)
    process.exitCode = 1;
} finally {
  await close();
  await fleet.stop();
}
