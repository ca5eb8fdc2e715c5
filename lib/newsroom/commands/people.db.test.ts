import { expect, test } from 'vitest';
import { setPassword, type Person } from '../../accounts/accounts.ts';
import { acceptInvitation, signInByLink } from '../../accounts/invitations.ts';
import { listSessions, readSession, signIn } from '../../accounts/sessions.ts';
import { somebody } from '../../accounts/testing.ts';
import { fixedClock } from '../../clock.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { Refusal } from '../../refusal.ts';
import type { Result } from '../../result.ts';
import type { Delivery } from '../deliver-link.ts';
import { auditLog } from '../../db/schema/newsroom.ts';
import { testDatabase } from '../../db/testing.ts';
import { listPeople } from '../../desk/list-people.ts';
import { ACCOUNT_COMMANDS } from './account.generated.ts';
import { command as newPerson } from './new/people.ts';
import { PERSON_COMMANDS } from './person.generated.ts';

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
const lena: Person & { mailLocale: Locale } = {
  email: 'lena@caliber.example',
  name: 'Lena',
  role: 'editor',
  locales: ['en'],
  categories: null,
  mailLocale: 'en',
};

/** The token at the end of a link that a command answered. */
const tokenOf = (answer: Result<Delivery, Refusal>): string =>
  (answer.ok && answer.value.link?.split('/').at(-1)) || '';

test('an invitation is a link; an existing user is not invited again', async () => {
  const { user } = await joined();
  const made = await newPerson.run(user, null, lena, from);
  expect(made).toMatchObject({ ok: true, value: { email: lena.email } });
  const again = await newPerson.run(user, null, { ...lena, role: 'editor-in-chief' }, from);
  expect(again).toMatchObject({ ok: false, refusal: { code: 'person_exists' } });
  expect(await acceptInvitation(tokenOf(made), password, from)).not.toBeNull();
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
  const link = await PERSON_COMMANDS.link.run(user, other.user.id, { mailLocale: 'en' }, from);
  expect(await PERSON_COMMANDS.disable.receive(user, other.user.id, {}, from)).toMatchObject({
    ok: true,
  });
  expect(await readSession(other.token, from)).toBeNull();
  expect(await acceptInvitation(tokenOf(link), password, from)).toBeNull();
  const attempt = { email: other.user.email, password, address: '192.0.2.1' };
  expect(await signIn(attempt, from)).toMatchObject({ ok: false, refusal: 'wrong' });
  await PERSON_COMMANDS.enable.receive(user, other.user.id, {}, from);
  expect(await signIn(attempt, from)).toMatchObject({ ok: true });
});

test('the last editor-in-chief who can sign in stays one, even when two act at once', async () => {
  const { user: one } = await joined();
  const post = { name: 'One', role: 'editor' };
  // Invited only: cannot let anybody in.
  await newPerson.run(one, null, { ...lena, role: 'editor-in-chief' }, from);
  expect(await PERSON_COMMANDS.change.receive(one, one.id, post, from)).toMatchObject({
    refusal: { code: 'last_chief' },
  });
  expect(await PERSON_COMMANDS.disable.receive(one, one.id, {}, from)).toMatchObject({
    refusal: { code: 'own_account' },
  });
  const { user: two } = await joined();
  const both = await Promise.all([
    PERSON_COMMANDS.disable.receive(one, two.id, {}, from),
    PERSON_COMMANDS.disable.receive(two, one.id, {}, from),
  ]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
});

test('other roles cannot manage people, and every action is in the log', async () => {
  const { user } = await joined();
  for (const role of ['reporter', 'editor'] as const) {
    const { user: other } = await joined(role);
    for (const command of ['change', 'disable', 'enable', 'link', 'remove-second-factor'] as const)
      expect(await PERSON_COMMANDS[command].receive(other, user.id, {}, from)).toMatchObject({
        refusal: { code: 'forbidden' },
      });
    expect(await newPerson.run(other, null, lena, from)).toMatchObject({
      refusal: { code: 'forbidden' },
    });
  }
  await newPerson.run(user, null, lena, from);
  const { user: third } = await joined('editor');
  await PERSON_COMMANDS.change.receive(user, third.id, { name: 'Third', role: 'reporter' }, from);
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
  expect(await ACCOUNT_COMMANDS['change-password'].receive(user, token, wish, from)).toMatchObject({
    refusal: { code: 'wrong_password' },
  });
  const right = { ...wish, ownPassword: password };
  expect(await ACCOUNT_COMMANDS['change-password'].receive(user, token, right, from)).toMatchObject(
    {
      ok: true,
    },
  );
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
    await ACCOUNT_COMMANDS['end-session'].receive(user, token, { sessionId: session?.id }, from),
  ).toMatchObject({ refusal: { code: 'missing' } });
  expect(await readSession(theirs, from)).not.toBeNull();
  const refusals = [];
  for (let tries = 0; tries < 11; tries++) {
    const wish = { ownPassword: `guess ${tries}` };
    const answer = await ACCOUNT_COMMANDS['end-second-factor'].receive(user, token, wish, from);
    refusals.push(answer.ok ? 'done' : answer.refusal.code);
  }
  expect(refusals).toEqual([...Array<string>(10).fill('wrong_password'), 'throttled']);
});
