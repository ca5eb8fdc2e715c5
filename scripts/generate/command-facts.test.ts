import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commandFacts } from './command-facts.ts';

test('the facts of the commands in the repository are those that the commands declare', async () => {
  const { path, text } = await commandFacts();
  expect(readFileSync(path, 'utf8')).toBe(text);
});
