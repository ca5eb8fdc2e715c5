import { expect, test } from 'vitest';
import en from '@/messages/en.json';
import { LOGGED_VERBS } from './verbs';

test('every word of the log is a verb’s, and every verb has one', () => {
  const words = Object.keys(en.NewsroomLog).filter((key) => key.startsWith('verb_'));
  expect(words.sort()).toEqual(LOGGED_VERBS.map((verb) => `verb_${verb}`).sort());
});
