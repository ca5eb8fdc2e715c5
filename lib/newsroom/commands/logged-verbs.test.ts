import { expect, test } from 'vitest';
import en from '../../../messages/en.json' with { type: 'json' };
import { COMMAND_FACTS } from '../../content/desk/command-facts.generated.ts';
import { ACCOUNT_COMMANDS } from './account.ts';
import { MEDIA_COMMANDS } from './media-commands.ts';
import { PEOPLE_COMMANDS } from './people.ts';

test('whatever can be done to an article, a picture, a person or an account has a word in the log', () => {
  const done = [
    ...Object.values(COMMAND_FACTS.article).flatMap(({ log }) => log ?? []),
    ...Object.values(COMMAND_FACTS.new).flatMap(({ log }) => log),
    ...MEDIA_COMMANDS.map((verb) => `picture-${verb}`),
    ...Object.keys(PEOPLE_COMMANDS),
    ...Object.keys(ACCOUNT_COMMANDS),
    ...['curate', 'break', 'end-breaking', 'create-author', 'create-topic'],
    ...['invite', 'upload', 'set-password', 'forgot-password'],
  ];
  const words = Object.keys(en.NewsroomLog);
  expect(done.filter((verb) => !words.includes(`verb_${verb}`))).toEqual([]);
});
