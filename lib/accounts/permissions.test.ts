import { expect, test } from 'vitest';
import { ARTICLE_STATUSES } from '../content/article.ts';
import { ARTICLE_VERBS } from '../content/desk/desk.ts';
import { ROLES } from '../content/desk/roles.ts';
import { may, mayManagePeople, PERMISSIONS } from './permissions.ts';
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

test('every role says of every verb how far it goes', () => {
  for (const role of ROLES)
    expect(Object.keys(PERMISSIONS[role]).sort()).toEqual([...ARTICLE_VERBS].sort());
});

test('a reporter works on drafts of their own and publishes nothing, whatever its status', () => {
  const reporter = user({});
  expect(may(reporter, 'save', draft)).toBe(true);
  expect(may(reporter, 'save', { ...draft, createdBy: 2 })).toBe(false);
  expect(may(reporter, 'save', { ...draft, status: 'published' })).toBe(false);
  expect(may(reporter, 'read', { ...draft, createdBy: 2 })).toBe(false);
  expect(may(reporter, 'read', { ...draft, createdBy: 2, status: 'published' })).toBe(true);
  for (const status of ARTICLE_STATUSES)
    for (const verb of [
      'publish',
      'schedule',
      'unschedule',
      'update',
      'correct',
      'withdraw',
    ] as const)
      expect(may(reporter, verb, { ...draft, status })).toBe(false);
});

test('an editor’s role ends where their locales and categories do, for every verb', () => {
  const editor = user({ role: 'editor', locales: ['en', 'az'], categories: ['sport'] });
  for (const verb of ARTICLE_VERBS) {
    expect([verb, may(editor, verb, draft)]).toEqual([verb, true]);
    expect([verb, may(editor, verb, { ...draft, locale: 'ru' })]).toEqual([verb, false]);
    expect([verb, may(editor, verb, { ...draft, category: 'world' })]).toEqual([verb, false]);
  }
});

test('only an editor-in-chief reaches everywhere and manages people', () => {
  const chief = user({ role: 'editor-in-chief', locales: ['en'], categories: [] });
  for (const verb of ARTICLE_VERBS) expect(may(chief, verb, { ...draft, locale: 'hy' })).toBe(true);
  expect(ROLES.filter((role) => mayManagePeople(user({ role })))).toEqual(['editor-in-chief']);
});
