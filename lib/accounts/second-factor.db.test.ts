import { Secret, TOTP } from 'otpauth';
import { beforeEach, expect, test } from 'vitest';
import { fixedClock } from '../clock.ts';
import { recoveryCodes, secondFactors } from '../db/schema/newsroom.ts';
import { testDatabase } from '../db/testing.ts';
import { setPassword } from './accounts.ts';
import { forgotPassword, acceptInvitation, signInByLink } from './invitations.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  lacksSecondFactor,
  renewRecoveryCodes,
} from './second-factor.ts';
import { signIn } from './sessions.ts';
import { somebody } from './testing.ts';
import type { User } from './user.ts';

const database = await testDatabase();
const clock = fixedClock(new Date('2026-11-24T06:00:00Z'));
const from = { database, clock };
const HALF_MINUTE = 30_000;
const password = 'a ferry in the fog';

let user: User;
let codes: string[];
let key = '';
/** What the owner's app shows so many milliseconds from now. */
const shown = (later = 0) =>
  new TOTP({ secret: Secret.fromBase32(key) }).generate({
    timestamp: clock.now().getTime() + later,
  });
const enter = async (code?: string, email = user.email) => {
  const answer = await signIn({ email, password, code, address: '192.0.2.7' }, from);
  return answer.ok ? 'in' : answer.refusal;
};
const confirm = (code: string) =>
  database.transaction((tx) => confirmSecondFactor(user.id, code, { database: tx, clock }));

beforeEach(async () => {
  user = await somebody(from);
  await setPassword(user.email, password, from);
  key = (await beginSecondFactor(user, database))?.key ?? '';
  codes = (await confirm(shown())) ?? [];
  clock.advance(2 * HALF_MINUTE);
});

test('nothing is asked for until a code has shown that the app has the key', async () => {
  const other = await somebody(from);
  await setPassword(other.email, password, from);
  await beginSecondFactor(other, database);
  expect(await enter(undefined, other.email)).toBe('in');
  expect(await enter()).toBe('second_factor');
  expect(await beginSecondFactor(user, database)).toBeNull();
});

test('where it is demanded of a role, it is lacking until it is set up, and of no other role', async () => {
  expect(await lacksSecondFactor(user, from)).toBe(false);
  expect(await lacksSecondFactor(user, from, ['editor-in-chief'])).toBe(false);
  await endSecondFactor(user.id, database);
  expect(await lacksSecondFactor(user, from, ['editor-in-chief'])).toBe(true);
  expect(await lacksSecondFactor(user, from, ['editor', 'reporter'])).toBe(false);
});

test('only with the right password is a second factor spoken of', async () => {
  const attempt = { email: user.email, password: 'no', address: '192.0.2.7' };
  for (const code of [undefined, shown(), codes[0]])
    expect(await signIn({ ...attempt, code }, from)).toMatchObject({ refusal: 'wrong' });
});

test('a code opens now and half a minute around, and no code twice, even at once', async () => {
  expect(await enter(shown(-3 * HALF_MINUTE))).toBe('wrong_code');
  expect(await enter(shown(3 * HALF_MINUTE))).toBe('wrong_code');
  const now = shown();
  const answers = await Promise.all([enter(now), enter(now), enter(now)]);
  expect(answers.sort()).toEqual(['in', 'wrong_code', 'wrong_code']);
  expect(await enter(shown(-HALF_MINUTE))).toBe('wrong_code');
  expect(await enter(shown(HALF_MINUTE))).toBe('in');
});

test('a recovery code opens once, however it is typed, and new ones end the old', async () => {
  expect(new Set(codes).size).toBe(10);
  const [one = '', two = ''] = codes;
  expect(await enter(one.toLowerCase().replaceAll('-', ' '))).toBe('in');
  expect(await enter(one)).toBe('wrong_code');
  const renewed = await renewRecoveryCodes(user.id, database);
  expect(await enter(two)).toBe('wrong_code');
  expect(await enter(renewed[1])).toBe('in');
});

test('neither the key nor a recovery code is stored in the database', async () => {
  const stored = JSON.stringify([
    await database.select().from(secondFactors),
    await database.select().from(recoveryCodes),
  ]);
  expect(stored).not.toContain(key);
  for (const code of codes) {
    expect(stored).not.toContain(code);
    expect(stored).not.toContain(code.replaceAll('-', ''));
  }
});

test('a key that is moved to another account opens neither', async () => {
  const other = await somebody(from);
  await setPassword(other.email, password, from);
  await database.update(secondFactors).set({ userId: other.id });
  await expect(enter(shown(), other.email)).rejects.toThrow(/sealed with another key/);
});

test('codes are throttled for a day, whatever the passwords between them', async () => {
  const refusals: string[] = [];
  for (let tries = 0; tries < 32; tries++) {
    // A window of passwords each: what is left is the count of codes.
    clock.advance(16 * 60_000);
    refusals.push(await enter('000000'));
  }
  expect(refusals.filter((refusal) => refusal === 'wrong_code').length).toBe(30);
  expect(refusals.slice(30)).toEqual(['throttled', 'throttled']);
  expect(await enter(shown())).toBe('throttled');
  clock.advance(24 * 3_600_000);
  expect(await enter(shown())).toBe('in');
});

test('a link by mail sets a password, and does not take the second factor’s place', async () => {
  const made = await forgotPassword(user.email, from);
  expect(made?.why).toBe('forgotten');
  const userId = await acceptInvitation(made?.token ?? '', password, from);
  expect(userId).toBe(user.id);
  expect(await signInByLink(user.id, null, from)).toBeNull();
  const late = await forgotPassword(user.email, from);
  clock.advance(3_600_001);
  expect(await acceptInvitation(late?.token ?? '', password, from)).toBeNull();
});
