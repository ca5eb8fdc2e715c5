import { beforeEach, expect, test } from 'vitest';
import { fixedClock } from '../clock.ts';
import { sessions, signInAttempts, users } from '../db/schema/newsroom.ts';
import { testDatabase } from '../db/testing.ts';
import { addUser } from './accounts.ts';
import { knownDeviceFor } from './known-device.ts';
import { acceptInvitation, readInvitation, signInByLink } from './invitations.ts';
import { endAllSessions, endSession, readSession, signIn } from './sessions.ts';

const database = await testDatabase();
const clock = fixedClock(new Date('2026-11-24T06:00:00Z'));
const from = { database, clock };
const HOUR = 3_600_000;
const email = 'lena@caliber.example';
const password = 'a ferry in the fog';
const address = '192.0.2.7';

let token = '';
beforeEach(async () => {
  const link = await addUser({ email, name: 'Lena', role: 'editor' }, from);
  const userId = (await acceptInvitation(link, password, from)) ?? 0;
  token = (await signInByLink(userId, 'Firefox, Linux', from)) ?? '';
});

test('a one-time link sets a password once, and not after it has ended', async () => {
  const link = await addUser({ email, name: 'Lena', role: 'editor' }, from);
  const newer = await addUser({ email, name: 'Lena', role: 'editor' }, from);
  expect(await acceptInvitation(link, password, from)).toBeNull();
  expect(await readInvitation(newer, from)).toEqual({ email, name: 'Lena' });
  expect(await acceptInvitation(newer, 'another fine pass', from)).not.toBeNull();
  expect(await acceptInvitation(newer, password, from)).toBeNull();
  expect(await readSession(token, from)).toBeNull();
  const late = await addUser({ email, name: 'Lena', role: 'editor' }, from);
  clock.advance(73 * HOUR);
  expect(await acceptInvitation(late, password, from)).toBeNull();
});

test('neither a password nor a token is stored in the database', async () => {
  const stored = JSON.stringify([
    await database.select().from(users),
    await database.select().from(sessions),
  ]);
  expect(stored).toContain('$argon2id$');
  expect(stored).not.toContain(password);
  expect(stored).not.toContain(token);
});

test('a session ends after twelve idle hours, and after seven days however busy', async () => {
  for (let hours = 0; hours < 160; hours += 10) {
    clock.advance(10 * HOUR);
    expect(await readSession(token, from)).toMatchObject({ email, role: 'editor' });
  }
  clock.advance(9 * HOUR);
  expect(await readSession(token, from)).toBeNull();
  const again = await signIn({ email, password, address }, from);
  clock.advance(12 * HOUR);
  expect(await readSession(again.ok ? again.value.token : '', from)).toBeNull();
});

test('signing out ends one session, signing out everywhere all of them', async () => {
  const tokens: string[] = [];
  for (let times = 0; times < 3; times++) {
    const answer = await signIn({ email, password, address }, from);
    tokens.push(answer.ok ? answer.value.token : '');
  }
  const user = await readSession(tokens[0] ?? '', from);
  await endSession(tokens[0] ?? '', from);
  expect(await readSession(tokens[0] ?? '', from)).toBeNull();
  expect(await readSession(tokens[1] ?? '', from)).toMatchObject({ email });
  await endAllSessions(user?.id ?? 0, from);
  expect(await readSession(tokens[1] ?? '', from)).toBeNull();
  expect(await readSession(tokens[2] ?? '', from)).toBeNull();
});

test('a disabled account cannot sign in, and its session holds no more', async () => {
  await database.update(users).set({ isDisabled: true });
  expect(await readSession(token, from)).toBeNull();
  expect(await signIn({ email, password, address }, from)).toMatchObject({ refusal: 'wrong' });
});

test('guesses at one account from one network are throttled, whether it exists or not, even all at once', async () => {
  for (const guessed of [email, 'nobody@caliber.example']) {
    const answers = await Promise.all(
      Array.from({ length: 14 }, (_, index) =>
        signIn(
          { email: guessed, password: `guess ${index}`, address: `2001:db8::${index + 1}` },
          from,
        ),
      ),
    );
    const outcomes = answers.map((answer) => (answer.ok ? 'in' : answer.refusal)).sort();
    expect(outcomes).toEqual([
      ...Array<string>(4).fill('throttled'),
      ...Array<string>(10).fill('wrong'),
    ]);
  }
  const inside = { email, password, address: '2001:db8::ffff' };
  expect(await signIn(inside, from)).toEqual({ ok: false, refusal: 'throttled' });
  clock.advance(HOUR);
  expect(await signIn(inside, from)).toMatchObject({ ok: true });
});

/** Wrong passwords from as many networks as there are. */
async function guessFrom(networks: number): Promise<Set<string>> {
  const outcomes = new Set<string>();
  for (let index = 0; index < networks; index++) {
    const answer = await signIn({ email, password: 'no', address: `198.51.100.${index}` }, from);
    if (!answer.ok) outcomes.add(answer.refusal);
  }
  return outcomes;
}

test('a thousand guesses from one network block the owner in that network only', async () => {
  await database.delete(signInAttempts);
  for (let times = 0; times < 1000; times++)
    await signIn({ email, password: 'no', address: '203.0.113.9' }, from);
  expect(await signIn({ email, password, address: '203.0.113.9' }, from)).toMatchObject({
    refusal: 'throttled',
  });
  expect(await signIn({ email, password, address }, from)).toMatchObject({ ok: true });
});

test('a known browser can sign in while other clients guess passwords', async () => {
  await database.delete(signInAttempts);
  const first = await signIn({ email, password, address }, from);
  const known = first.ok ? first.value.known : '';
  expect([...(await guessFrom(110))].sort()).toEqual(['throttled', 'wrong']);
  expect(await signIn({ email, password, address }, from)).toMatchObject({ refusal: 'throttled' });
  expect(await signIn({ email, password, address, known }, from)).toMatchObject({
    ok: true,
    value: { known },
  });
  // Somebody else's, or one that was made up, is none.
  await addUser({ email: 'other@caliber.example', name: 'Other', role: 'editor' }, from);
  for (const brought of [knownDeviceFor('other@caliber.example', null), `${known.slice(0, -1)}x`])
    expect(await signIn({ email, password, address, known: brought }, from)).toMatchObject({
      refusal: 'throttled',
    });
});

test('guesses in a browser that is known are throttled too', async () => {
  const known = knownDeviceFor(email, null);
  const outcomes: string[] = [];
  for (let times = 0; times < 11; times++) {
    const answer = await signIn({ email, password: 'no', address, known }, from);
    outcomes.push(answer.ok ? 'in' : answer.refusal);
  }
  expect(outcomes).toEqual([...Array<string>(10).fill('wrong'), 'throttled']);
});

test('a try that is throttled writes nothing', async () => {
  await database.delete(signInAttempts);
  for (let index = 0; index < 60; index++)
    await signIn({ email: `nobody-${index}@caliber.example`, password: 'x', address }, from);
  const before = await database.select().from(signInAttempts).orderBy(signInAttempts.key);
  for (let index = 60; index < 80; index++)
    expect(
      await signIn({ email: `nobody-${index}@caliber.example`, password: 'x', address }, from),
    ).toMatchObject({ refusal: 'throttled' });
  expect(await database.select().from(signInAttempts).orderBy(signInAttempts.key)).toEqual(before);
});

test('a wrong password takes as long as an account that is not there', async () => {
  const timeOf = async (guessed: string) => {
    await database.delete(signInAttempts);
    const start = performance.now();
    await signIn({ email: guessed, password: 'no', address }, from);
    return performance.now() - start;
  };
  // In turns, and the quickest of each: what else the machine does only ever adds to a time.
  const missing: number[] = [];
  const wrong: number[] = [];
  for (let round = 0; round < 15; round++) {
    missing.push(await timeOf('nobody@caliber.example'));
    wrong.push(await timeOf(email));
  }
  const ratio = Math.min(...missing) / Math.min(...wrong);
  // Without the decoy hash a missing account answers in a fifth of the time.
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(2);
});
