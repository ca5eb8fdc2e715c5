import { expect, test } from 'vitest';
import en from '../../../messages/en.json' with { type: 'json' };
import { COMMAND_FACTS } from '../../content/desk/command-facts.generated.ts';

test('whatever a command can do has a word in the log', () => {
  const words = Object.keys(en.NewsroomLog);
  const verbs = Object.values(COMMAND_FACTS).flatMap((commands) =>
    Object.values(commands).flatMap(({ log }) => log ?? []),
  );
  expect(verbs.filter((verb) => !words.includes(`verb_${verb}`))).toEqual([]);
});

test('actions without a command have a name in the log', () => {
  expect(en.NewsroomLog).toMatchObject({
    'verb_set-password': expect.anything() as string,
    'verb_forgot-password': expect.anything() as string,
  });
});
