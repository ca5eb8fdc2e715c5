import { expect, test } from 'vitest';
import { somebody } from '../../accounts/testing.ts';
import { fixedClock } from '../../clock.ts';
import { presences } from '../../db/schema/newsroom.ts';
import { testDatabase } from '../../db/testing.ts';
import { command as presence } from './article/presence.ts';
import { command as newArticle } from './new/articles.ts';

const database = await testDatabase();
const clock = fixedClock(new Date('2026-11-24T06:00:00Z'));
const from = { database, clock };

test('the others see who has an article open until they leave or fall silent', async () => {
  const [one, other] = [await somebody(from), await somebody(from)];
  const wish = { locale: 'en', category: 'sport', headline: 'A ferry' } as const;
  const made = await newArticle.run(one, null, wish, from);
  const id = made.ok ? made.value.id : 0;
  const say = async (user: typeof one, writer: string, fields: object = {}) => {
    const answer = await presence.receive(user, id, { writer, ...fields }, from);
    return answer.ok ? answer.value.others : answer.refusal.code;
  };
  const since = clock.now().toISOString();
  expect(await say(one, 'page-one')).toEqual([]);
  clock.advance(10_000);
  expect(await say(other, 'page-two', { isTyping: true })).toEqual([
    { name: one.name, since, isTyping: false, isSelf: false },
  ]);
  expect(await say(one, 'page-one')).toMatchObject([{ name: other.name, isTyping: true }]);
  clock.advance(1000);
  expect(await say(one, 'page-three')).toMatchObject([
    { name: one.name, since, isSelf: true },
    { name: other.name },
  ]);
  clock.advance(13_000);
  expect(await say(one, 'page-one')).toMatchObject([
    { name: other.name, isTyping: false },
    { isSelf: true },
  ]);
  // Nobody can speak for another's page.
  expect(await say(one, 'page-two', { isLeaving: true })).toHaveLength(1);
  expect(await say(one, 'page-one')).toHaveLength(2);
  await say(other, 'page-two', { isLeaving: true });
  expect(await say(one, 'page-one')).toMatchObject([{ isSelf: true }]);
  clock.advance(26_000);
  expect(await say(one, 'page-one')).toEqual([]);
  expect(await database.select().from(presences)).toHaveLength(1);
});

test('who may not read an article does not see who has it open', async () => {
  const [chief, reporter] = [await somebody(from), await somebody(from, { role: 'reporter' })];
  const wish = { locale: 'en', category: 'sport', headline: 'A ferry' } as const;
  const made = await newArticle.run(chief, null, wish, from);
  const id = made.ok ? made.value.id : 0;
  const asked = { writer: 'page-one' };
  expect(await presence.receive(reporter, id, asked, from)).toMatchObject({
    refusal: { code: 'missing' },
  });
});
