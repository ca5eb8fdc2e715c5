import { expect, test } from 'vitest';
import { EVERYTHING, readDeskQuery, writeDeskQuery } from './desk-query.ts';

test('an address parses to the query it was made from, and keeps nothing else', () => {
  const address =
    'q=%C3%A7ay+limit&status=draft&in=az&category=sport&author=mara-ilven&topic=coast&mine=1&order=views&after=abc';
  expect(writeDeskQuery(readDeskQuery(new URLSearchParams(address)))).toBe(address);
  expect(writeDeskQuery(EVERYTHING)).toBe('');
});

test('what cannot be asked is left out', () => {
  const address = 'status=lost&in=de&category=../x&author=A%20B&order=random&mine=yes';
  expect(readDeskQuery(new URLSearchParams(address))).toEqual(EVERYTHING);
});
