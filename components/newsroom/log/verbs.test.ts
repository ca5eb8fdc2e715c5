import { expect, test } from 'vitest';
import { ARTICLE_VERBS } from '@/lib/content/desk';
import en from '@/messages/en.json';
import { LOGGED_VERBS } from './verbs';

test('whatever can be done to an article has a word in the log, and every word a verb', () => {
  const known: readonly string[] = LOGGED_VERBS;
  expect(ARTICLE_VERBS.filter((verb) => verb !== 'read' && !known.includes(verb))).toEqual([]);
  const words = Object.keys(en.NewsroomLog).filter((key) => key.startsWith('verb_'));
  expect(words.sort()).toEqual(LOGGED_VERBS.map((verb) => `verb_${verb}`).sort());
});
