import { expect, test } from 'vitest';
import { addressOfCommand } from './command-address.ts';

test.each([
  ['article/publish', 7, 'articles/7/publish'],
  ['front/end-breaking', 'en', 'fronts/en/end-breaking'],
  ['picture/remove', 'ab12', 'media/ab12/remove'],
  ['person/disable', 3, 'people/3/disable'],
  ['account/rename', null, 'account/rename'],
  ['new/articles', null, 'articles'],
  ['new/names', 'authors', 'names/authors'],
])('the command %s on %s is sent to %s', (path, subject, address) => {
  expect(addressOfCommand(path, subject)).toBe(address);
});
