import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { somebody } from '../accounts/testing.ts';
import type { User } from '../accounts/user.ts';
import { fixedClock } from '../clock.ts';
import { DESK_ORDERS, type DeskQuery } from '../content/desk/desk.ts';
import { EVERYTHING } from '../content/desk/desk-query.ts';
import { emptyDraft, type Draft } from '../content/draft/draft.ts';
import { articles } from '../db/schema/articles.ts';
import { deskSearch } from '../db/schema/desk-search.ts';
import { testDatabase } from '../db/testing.ts';
import type { Locale } from '../i18n/locales.ts';
import { searchArticles } from '../publication/search/search.ts';
import { suggest } from '../publication/search/suggest.ts';
import { ARTICLE_COMMANDS } from '../newsroom/commands/article.generated.ts';
import type { ArticleCommandName } from '../content/desk/commands.ts';
import { listDesk } from './list-desk.ts';
import { readDeskNumbers } from './desk-numbers.ts';
import { importArticles } from '../newsroom/import/import-articles.ts';
import { readWorkingArticle } from './read-article.ts';
import { someArticle } from '../newsroom/testing.ts';
import { command as newArticle } from '../newsroom/commands/new/articles.ts';

const database = await testDatabase();
const clock = fixedClock(new Date('2026-11-24T06:20:00Z'));
const from = { database, clock };

const textOf = (headline: string, text: string): Draft => ({
  ...emptyDraft(headline),
  body: {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  },
});

async function create(user: User, headline: string, locale: Locale = 'en', category = 'sport') {
  const made = await newArticle.receive(user, null, { locale, category, headline }, from);
  if (!made.ok) throw new Error(made.refusal.message);
  return made.value.id;
}

async function run<Value = unknown>(
  user: User,
  name: ArticleCommandName,
  id: number,
  wish: unknown = {},
) {
  const answer = await ARTICLE_COMMANDS[name].receive(user, id, wish, from);
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.value as Value;
}

const idsOf = async (user: User, query: Partial<DeskQuery>) =>
  (await listDesk(user, { ...EVERYTHING, ...query }, 'en', from)).rows.map(({ id }) => id);

test('a reporter finds their own articles and the published ones, and no others', async () => {
  const chief = await somebody(from);
  const reporter = await somebody(from, { role: 'reporter' });
  const own = await create(reporter, 'My ferry');
  const hidden = await create(chief, 'Their ferry');
  const shown = await create(chief, 'Open ferry');
  await run(chief, 'publish', shown, { version: 1 });
  // A translation of a story that they read, in another's hands.
  await run(chief, 'translate', shown, { locale: 'ru' });
  const query: Partial<DeskQuery> = { order: 'headline' };
  expect(await idsOf(reporter, query)).toEqual([own, shown]);
  for (const order of DESK_ORDERS)
    expect((await idsOf(reporter, { order, text: 'ferry' })).sort()).toEqual([own, shown].sort());
  expect(await idsOf(reporter, { text: 'their' })).toEqual([]);
  expect(await idsOf(chief, { ...query, text: 'ferry' })).toEqual([own, shown, hidden]);
  expect(await readWorkingArticle(reporter, hidden, from)).toBeNull();
  const { rows } = await listDesk(reporter, { ...EVERYTHING, text: 'open' }, 'en', from);
  expect(rows[0]?.translations.map(({ id, status, verbs }) => [id, status, verbs])).toEqual([
    [shown, 'published', []],
    [null, null, []],
    [null, null, ['translate']],
    [null, null, ['translate']],
  ]);
  expect(await readDeskNumbers(reporter, from)).toMatchObject({
    draft: 1,
    waiting: null,
    unsent: [],
  });
  expect(await readDeskNumbers(chief, from)).toMatchObject({ draft: 3, waiting: 0 });
});

test('an editor’s desk ends where their locales and categories do: rows, cells, words and counts', async () => {
  const chief = await somebody(from);
  const editor = await somebody(from, { role: 'editor', locales: ['en'], categories: ['sport'] });
  const near = await create(chief, 'A near ferry');
  await create(chief, 'A far ferry', 'en', 'world');
  await create(chief, 'Un paquebot ferry', 'ru');
  await run(chief, 'translate', near, { locale: 'az' });
  await run(chief, 'submit', near);
  expect(await idsOf(editor, { text: 'ferry' })).toEqual([near]);
  const { rows } = await listDesk(editor, EVERYTHING, 'en', from);
  expect(
    rows.map(({ translations }) => translations.slice(0, 4).map(({ status }) => status)),
  ).toEqual([['in_review', null, null, null]]);
  expect(rows[0]?.translations.flatMap(({ verbs }) => verbs)).toEqual([]);
  expect(await readDeskNumbers(editor, from)).toMatchObject({ draft: 0, in_review: 1, waiting: 1 });
  const nowhere = await somebody(from, { role: 'editor', locales: [], categories: [] });
  expect(await idsOf(nowhere, {})).toEqual([]);
});

const WORDS = {
  en: ['Ferries', 'ferry', 'Smugglers were hiding', 'smuggler hid'],
  ru: ['Паромы', 'паромов', 'Ёлки стоят у вокзала', 'елка вокзал'],
  hy: ['Լաստանավերը', 'լաստանավ', 'Նավահանգիստը փակ է', 'նավահանգ'],
  az: ['Bərələr İşdə', 'bərə', 'Limanda işıq yandı', 'işıq liman'],
} as const;

test.each(['en', 'ru', 'hy', 'az'] as const)(
  'words of a draft are found on the desk in %s, by headline and body, and readers never find them',
  async (locale) => {
    const user = await somebody(from);
    const [headline, ofHeadline, text, ofText] = WORDS[locale];
    const id = await create(user, headline, locale);
    await create(user, 'Nothing else', locale);
    await run(user, 'save', id, { version: 1, draft: textOf(headline, text) });
    const [first = '', second = ''] = [ofHeadline, ofText];
    const found = async (words: string) => [
      await idsOf(user, { text: words }),
      await idsOf(user, { text: words, locale }),
    ];
    expect(await found(first)).toEqual([[id], [id]]);
    if (locale !== 'en') expect(await found(second)).toEqual([[id], [id]]);
    expect(await found('smugglers hiding')).toEqual(locale === 'en' ? [[id], [id]] : [[], []]);
    // Armenian words are indexed by stems that are shorter than what one types.
    if (locale !== 'hy') expect(await found(headline.slice(0, 6))).toEqual([[id], [id]]);
    const asked = { text: first, category: null, period: 'any', order: 'relevance', page: 1 };
    expect(await searchArticles(locale, asked as never, from)).toMatchObject({ total: 0 });
    expect(await suggest(locale, first, from)).toEqual([]);

    await run(user, 'publish', id, { version: 2 });
    expect(await database.select().from(deskSearch)).toHaveLength(1);
    expect(await found(first)).toEqual([[id], [id]]);
    expect(await searchArticles(locale, asked as never, from)).toMatchObject({ total: 1 });
    await run(user, 'save', id, { version: 2, draft: textOf('Vivianite', 'A canary.') });
    expect(await found('vivianite')).toEqual([[id], [id]]);
    expect(
      await searchArticles(locale, { ...asked, text: 'vivianite' } as never, from),
    ).toMatchObject({ total: 0, spelling: null });
  },
);

test('every order continues where the last page ended, with each story once, for any keys', async () => {
  const user = await somebody(from);
  const translations = Array.from({ length: 75 }, (_, number) =>
    (['en', 'az'] as const).slice(0, 1 + (number % 2)).map((locale) =>
      someArticle({
        story: `story-${number}`,
        locale,
        headline: `Headline ${number % 7}`,
        publishedAt: `2026-11-${String(1 + (number % 9)).padStart(2, '0')}T10:00:00Z`,
        views: number % 3 === 0 ? 0 : number % 5,
      }),
    ),
  ).flat();
  await importArticles(database, translations, []);
  for (let number = 0; number < 10; number++) await create(user, `Draft ${number}`);
  for (const order of DESK_ORDERS) {
    const seen: { storyId: number; headline: string; views: number }[] = [];
    let after: string | null = null;
    do {
      const page = await listDesk(user, { ...EVERYTHING, order, after }, 'en', from);
      expect(page.rows.length).toBeLessThanOrEqual(40);
      seen.push(...page.rows);
      after = page.next;
    } while (after !== null);
    expect([order, seen.length]).toEqual([order, 85]);
    expect(new Set(seen.map(({ storyId }) => storyId)).size).toBe(85);
    if (order === 'views')
      expect(seen.map(({ views }) => views)).toEqual(
        seen.map(({ views }) => views).sort((one, other) => other - one),
      );
    if (order === 'headline')
      expect(seen.map(({ headline }) => headline)).toEqual(
        seen.map(({ headline }) => headline).sort(),
      );
  }
});

test('an invalid cursor starts at the beginning', async () => {
  const user = await somebody(from);
  const id = await create(user, 'One');
  const forged = [
    'x',
    '',
    Buffer.from('{"walk":0,"key":"now()); drop table users","id":1}').toString('base64url'),
    Buffer.from('{"walk":0,"key":"12 days","id":1}').toString('base64url'),
    Buffer.from('{"walk":7,"key":"1","id":1}').toString('base64url'),
  ];
  for (const after of forged) expect([after, await idsOf(user, { after })]).toEqual([after, [id]]);
});

test('stories are found by the author and topic of any translation', async () => {
  const user = await somebody(from);
  await importArticles(
    database,
    [
      someArticle({ story: 'a', authors: ['mara'], topics: ['coast'] }),
      someArticle({ story: 'a', locale: 'ru', headline: 'Паром', authors: ['levon'] }),
      someArticle({ story: 'b', authors: ['levon'] }),
    ],
    [],
  );
  expect((await idsOf(user, { author: 'levon' })).sort()).toEqual([2, 3]);
  expect(await idsOf(user, { topic: 'coast' })).toEqual([1]);
  expect(await idsOf(user, { author: 'mara', locale: 'ru' })).toEqual([]);
  expect(await idsOf(user, { author: 'nobody' })).toEqual([]);
});

test('a translation that was marked as up to date is stale only when the original changes again', async () => {
  const user = await somebody(from);
  const id = await create(user, 'A ferry');
  await run(user, 'publish', id, { version: 1 });
  const { id: translation } = await run<{ id: number }>(user, 'translate', id, { locale: 'az' });
  await run(user, 'save', id, { version: 1, draft: textOf('A late ferry', 'Late.') });
  await run(user, 'update', id, { version: 2, isMarkedUpdated: false });
  const cell = async () =>
    (await listDesk(user, EVERYTHING, 'en', from)).rows[0]?.translations.find(
      ({ locale }) => locale === 'az',
    );
  expect(await cell()).toMatchObject({ isStale: true, verbs: ['submit', 'mark-current'] });
  await expect(run(user, 'mark-current', translation, { original: 1 })).rejects.toThrow(
    'revision 2',
  );
  await run(user, 'mark-current', translation, { original: 2 });
  expect(await cell()).toMatchObject({ isStale: false, verbs: ['submit'] });
  await expect(run(user, 'mark-current', id)).rejects.toThrow('no translation');
});

test('an article that was imported again is found by its new words alone', async () => {
  const user = await somebody(from);
  await importArticles(database, [someArticle({ story: 's', headline: 'Old words' })], []);
  await run(user, 'save', 1, { version: 1, draft: textOf('Drafted words', 'Text.') });
  await importArticles(database, [someArticle({ story: 's', headline: 'New words' })], []);
  expect(await idsOf(user, { text: 'drafted' })).toEqual([]);
  expect(await idsOf(user, { text: 'new words' })).toEqual([1]);
  expect(await database.select().from(articles).where(eq(articles.id, 1))).toHaveLength(1);
});
