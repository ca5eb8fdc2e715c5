import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { somebody } from '../../accounts/testing.ts';
import { fixedClock } from '../../clock.ts';
import { ROLES } from '../../content/desk/roles.ts';
import type { Draft } from '../../content/draft/draft.ts';
import { articles } from '../../db/schema/articles.ts';
import { testDatabase } from '../../db/testing.ts';
import type { ArticleCommandName } from '../../content/desk/commands.ts';
import { commandsOn, draftOf } from './testing.ts';

const database = await testDatabase();
const clock = fixedClock(new Date('2026-11-24T06:00:00Z'));
const from = { database, clock };
const { create, run } = commandsOn(from);

const omitBody = (draft: Draft) =>
  Object.fromEntries(Object.entries(draft).filter(([name]) => name !== 'body'));

const detailsOfDraft = omitBody(draftOf('Saved'));

/** What each command does, and a well-formed input of it. */
const INPUTS: Partial<
  Record<ArticleCommandName, ['read' | 'write' | 'publish' | 'translate', object]>
> = {
  save: ['write', { version: 1, draft: draftOf('Saved') }],
  autosave: [
    'write',
    { version: 1, sequence: 0, writer: 'a-page-of-a-test', edit: 1, draft: draftOf('Saved') },
  ],
  restore: ['write', { version: 1, restored: 1 }],
  submit: ['write', {}],
  'save-markdown': [
    'write',
    { version: 1, draft: { ...detailsOfDraft, headline: 'Saved', markdown: 'Text.' } },
  ],
  publish: ['publish', { version: 1 }],
  schedule: ['publish', { version: 1, at: '2030-01-01T00:00:00Z' }],
  unschedule: ['publish', {}],
  update: ['publish', { version: 1, isMarkedUpdated: true }],
  correct: ['publish', { text: 'Corrected.' }],
  withdraw: ['publish', { reason: 'Reason' }],
  'change-slug': ['write', { slug: 'another' }],
  move: ['write', { category: 'sport' }],
  translate: ['translate', { locale: 'en' }],
  presence: ['read', { writer: 'a-page-of-a-test' }],
  'mark-current': ['write', {}],
  'preview-link': ['write', { version: null, days: 7 }],
  'revoke-preview-link': ['write', { linkId: 1 }],
};

type Expected = 'done' | 'forbidden' | 'missing';

const all = (code: Expected) => ({ read: code, write: code, publish: code, translate: code });

const everything = (code: Expected) => ({
  'own draft': all(code),
  'another’s draft': all(code),
  'own published': all(code),
  'another’s published': all(code),
});

/** The permissions, written out: by role, by whether the article is in the account's scope, by article. */
const MATRIX = {
  reporter: {
    inScope: {
      'own draft': { read: 'done', write: 'done', publish: 'forbidden', translate: 'done' },
      'another’s draft': all('missing'),
      'own published': {
        read: 'done',
        write: 'forbidden',
        publish: 'forbidden',
        translate: 'done',
      },
      'another’s published': {
        read: 'done',
        write: 'forbidden',
        publish: 'forbidden',
        translate: 'done',
      },
    },
    outOfScope: {
      'own draft': { ...all('forbidden'), read: 'done' },
      'another’s draft': all('missing'),
      'own published': { ...all('forbidden'), read: 'done' },
      'another’s published': all('missing'),
    },
  },
  editor: { inScope: everything('done'), outOfScope: everything('missing') },
  'editor-in-chief': { inScope: everything('done'), outOfScope: everything('done') },
} as const;

test.each(ROLES)(
  'each command lets a %s do what the matrix says, and nothing else',
  async (role) => {
    const owner = await somebody(from);
    const users = [
      ['inScope', await somebody(from, { role })],
      ['outOfScope', await somebody(from, { role, locales: ['ru'] })],
      ['outOfScope', await somebody(from, { role, categories: ['world'] })],
    ] as const;
    let made = 0;
    for (const [scope, user] of users) {
      for (const [name, [deed, input]] of Object.entries(INPUTS)) {
        for (const status of ['draft', 'published'] as const) {
          for (const whose of ['own', 'another’s'] as const) {
            const createdBy = whose === 'own' ? user.id : owner.id;
            const id = await create(owner, `Matrix ${made++}`);
            await database
              .update(articles)
              .set({ status, createdBy, publishedAt: clock.now() })
              .where(eq(articles.id, id));
            const answer = await run(user, name as ArticleCommandName, id, input);
            const code = answer.ok ? 'ok' : answer.refusal.code;
            const expected: Expected = MATRIX[role][scope][`${whose} ${status}`][deed];
            const isDone = DONE.includes(code);
            const place = [role, scope, name, status, whose];
            expect([...place, isDone ? 'done' : code]).toEqual([...place, expected]);
          }
        }
      }
    }
  },
);

/** Refusals of a command that the user may run, but that does nothing on this article. */
const DONE = ['ok', 'wrong_status', 'told_already', 'slug_taken', 'invalid'];
