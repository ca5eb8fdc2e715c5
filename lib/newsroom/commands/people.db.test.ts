import { expect, test } from 'vitest';
import { setPassword, type Person } from '../../accounts/accounts.ts';
import { acceptInvitation, signInByLink } from '../../accounts/invitations.ts';
import { listSessions, readSession, signIn } from '../../accounts/sessions.ts';
import { somebody } from '../../accounts/testing.ts';
import { fixedClock } from '../../clock.ts';
import { auditLog } from '../../db/schema/newsroom.ts';
import { testDatabase } from '../../db/testing.ts';
import { changeAccount } from './account.ts';
import { changePerson, invitePerson, listPeople, type MadeLink } from './people.ts';

const database = await testDatabase();
const clock = fixedClock(new Date('2026-11-24T06:00:00Z'));
const from = { database, clock };
const password = 'a ferry in the fog';

/** Somebody who can sign in, and does. */
async function joined(role: Person['role'] = 'editor-in-chief') {
  const user = await somebody(from, { role });
  await setPassword(user.email, password, from);
  return { user, token: (await signInByLink(user.id, 'Firefox, Linux', from)) ?? '' };
}
const lena: Person = {
  email: 'lena@caliber.example',
  name: 'Lena',
  role: 'editor',
  locales: ['en'],
  categories: null,
};

test('an invitation is a link; who is there already is not invited over', async () => {
  const { user } = await joined();
  const made = await invitePerson(user, lena, from);
  expect(made).toMatchObject({ ok: true, value: { email: lena.email } });
  const again = await invitePerson(user, { ...lena, role: 'editor-in-chief' }, from);
  expect(again).toMatchObject({ ok: false, refusal: { code: 'person_exists' } });
  const token = made.ok ? made.value.token : '';
  expect(await acceptInvitation(token, password, from)).not.toBeNull();
  const people = await listPeople(user, from);
  expect(people.ok && people.value.find(({ email }) => email === lena.email)).toMatchObject({
    role: 'editor',
    hasPassword: true,
    hasSecondFactor: false,
  });
});

test('shut out, one’s sessions and link end at once; let in again, the password holds', async () => {
  const { user } = await joined();
  const other = await joined('editor');
  const link = await changePerson('link', user, other.user.id, {}, from);
  expect(await changePerson('disable', user, other.user.id, {}, from)).toMatchObject({ ok: true });
  expect(await readSession(other.token, from)).toBeNull();
  const { token } = (link.ok ? link.value : {}) as MadeLink;
  expect(await acceptInvitation(token, password, from)).toBeNull();
  const attempt = { email: other.user.email, password, address: '192.0.2.1' };
  expect(await signIn(attempt, from)).toMatchObject({ ok: false, refusal: 'wrong' });
  await changePerson('enable', user, other.user.id, {}, from);
  expect(await signIn(attempt, from)).toMatchObject({ ok: true });
});

test('the last editor-in-chief who can sign in stays one, even when two act at once', async () => {
  const { user: one } = await joined();
  const post = { name: 'One', role: 'editor' };
  // Invited only: cannot let anybody in.
  await invitePerson(one, { ...lena, role: 'editor-in-chief' }, from);
  expect(await changePerson('change', one, one.id, post, from)).toMatchObject({
    refusal: { code: 'last_chief' },
  });
  expect(await changePerson('disable', one, one.id, {}, from)).toMatchObject({
    refusal: { code: 'own_account' },
  });
  const { user: two } = await joined();
  const both = await Promise.all([
    changePerson('disable', one, two.id, {}, from),
    changePerson('disable', two, one.id, {}, from),
  ]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
});

test('nobody else manages people, and everything that is done is in the log', async () => {
  const { user } = await joined();
  for (const role of ['reporter', 'editor'] as const) {
    const { user: other } = await joined(role);
    for (const command of ['change', 'disable', 'enable', 'link', 'remove-second-factor'] as const)
      expect(await changePerson(command, other, user.id, {}, from)).toMatchObject({
        refusal: { code: 'forbidden' },
      });
    expect(await invitePerson(other, lena, from)).toMatchObject({ refusal: { code: 'forbidden' } });
  }
  await invitePerson(user, lena, from);
  const { user: third } = await joined('editor');
  await changePerson('change', user, third.id, { name: 'Third', role: 'reporter' }, from);
  const log = await database.select().from(auditLog);
  expect(log.map(({ verb, note, userId }) => [verb, note, userId])).toEqual([
    ['invite', 'lena@caliber.example · editor', user.id],
    ['change', `${third.email} · reporter`, user.id],
  ]);
});

test('a new password asks for the old one and ends every other session', async () => {
  const { user, token } = await joined('reporter');
  const other = (await signInByLink(user.id, null, from)) ?? '';
  const wish = { ownPassword: 'not this one', password: 'another fine pass' };
  expect(await changeAccount('change-password', user, wish, token, from)).toMatchObject({
    refusal: { code: 'wrong_password' },
  });
  const right = { ...wish, ownPassword: password };
  expect(await changeAccount('change-password', user, right, token, from)).toMatchObject({
    ok: true,
  });
  expect(await readSession(other, from)).toBeNull();
  expect(await listSessions(user.id, token, from)).toMatchObject([
    { device: 'Firefox, Linux', isThis: true },
  ]);
});

test('one’s own password is throttled too, and another’s session is out of reach', async () => {
  const { user, token } = await joined('reporter');
  const { user: other, token: theirs } = await joined('reporter');
  const [session] = await listSessions(other.id, theirs, from);
  expect(
    await changeAccount('end-session', user, { sessionId: session?.id }, token, from),
  ).toMatchObject({ refusal: { code: 'missing' } });
  expect(await readSession(theirs, from)).not.toBeNull();
  const refusals = [];
  for (let tries = 0; tries < 11; tries++) {
    const wish = { ownPassword: `guess ${tries}` };
    const answer = await changeAccount('end-second-factor', user, wish, token, from);
    refusals.push(answer.ok ? 'done' : answer.refusal.code);
  }
  expect(refusals).toEqual([...Array<string>(10).fill('wrong_password'), 'throttled']);
});
