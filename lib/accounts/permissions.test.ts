import { expect, test } from 'vitest';
import { ARTICLE_STATUSES } from '../content/article.ts';
import { ROLES } from '../content/desk/roles.ts';
import { BEGIN, commandsFor, may, mayManagePeople, PUBLISH, READ, WRITE } from './permissions.ts';
import type { User } from './user.ts';

const user = (fields: Partial<User>): User => ({
  id: 1,
  email: 'a@caliber.example',
  name: 'A',
  role: 'reporter',
  locales: null,
  categories: null,
  ...fields,
});
const draft = { locale: 'en', category: 'sport', status: 'draft', createdBy: 1 } as const;

const READER = ['presence', 'translate'];
const WRITER = [
  ...['autosave', 'change-slug', 'mark-current', 'move', 'preview-link', 'restore'],
  ...['revoke-preview-link', 'save', 'save-markdown', ...READER],
];
/** The commands on an article of each status, written out, for those who may use all of them. */
const EDITORS = {
  draft: [...WRITER, 'publish', 'schedule', 'submit'],
  in_review: [...WRITER, 'publish', 'schedule'],
  scheduled: [...WRITER, 'publish', 'schedule', 'unschedule'],
  published: [...WRITER, 'correct', 'update', 'withdraw'],
  withdrawn: [...WRITER, 'publish'],
};

/** Without the commands that have a test of their own beside them. */
const written = (names: readonly string[]): string[] =>
  names
    .filter((name) => Object.values(EDITORS).some((commands) => commands.includes(name)))
    .toSorted();

test.each(ARTICLE_STATUSES)('an editor’s commands on an article: %s', (status) => {
  const editor = user({ role: 'editor', locales: ['en'] });
  expect(written(commandsFor(editor, { ...draft, status }))).toEqual(EDITORS[status].toSorted());
});

test('a reporter’s commands on a draft of their own are those of writing', () => {
  expect(written(commandsFor(user({}), draft))).toEqual([...WRITER, 'submit'].toSorted());
});

test('a reporter has only a reader’s commands on published articles', () => {
  for (const createdBy of [1, 2])
    expect(written(commandsFor(user({}), { ...draft, createdBy, status: 'published' }))).toEqual(
      READER,
    );
});

test('a reporter works on drafts of their own', () => {
  const reporter = user({});
  expect(may(reporter, WRITE, draft)).toBe(true);
  expect(may(reporter, WRITE, { ...draft, createdBy: 2 })).toBe(false);
  expect(may(reporter, WRITE, { ...draft, status: 'published' })).toBe(false);
});

test('a reporter reads their own articles and the published ones', () => {
  const reporter = user({});
  expect(may(reporter, READ, { ...draft, createdBy: 2 })).toBe(false);
  expect(may(reporter, READ, { ...draft, createdBy: 2, status: 'published' })).toBe(true);
});

test('a reporter publishes nothing, whatever its status', () => {
  for (const status of ARTICLE_STATUSES)
    expect(may(user({}), PUBLISH, { ...draft, status })).toBe(false);
});

test('an editor’s role ends where their locales and categories do, for every permission', () => {
  const editor = user({ role: 'editor', locales: ['en', 'az'], categories: ['sport'] });
  for (const permission of [READ, BEGIN, WRITE, PUBLISH]) {
    expect(may(editor, permission, draft)).toBe(true);
    expect(may(editor, permission, { ...draft, locale: 'ru' })).toBe(false);
    expect(may(editor, permission, { ...draft, category: 'world' })).toBe(false);
  }
});

test('only an editor-in-chief reaches everywhere and manages people', () => {
  const chief = user({ role: 'editor-in-chief', locales: ['en'], categories: [] });
  for (const permission of [READ, BEGIN, WRITE, PUBLISH])
    expect(may(chief, permission, { ...draft, locale: 'hy' })).toBe(true);
  expect(ROLES.filter((role) => mayManagePeople(user({ role })))).toEqual(['editor-in-chief']);
});
