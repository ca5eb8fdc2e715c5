import { expect, test } from 'vitest';
import { isKnown } from './conditional.ts';

const ETAG = 'W/"abc"';
const LATER = 'Wed, 25 Nov 2026 06:00:00 GMT';
const AT = Date.parse('2026-11-24T06:00:00.750Z');

test.each([
  ['nothing', {}, false],
  ['the tag', { 'if-none-match': 'W/"abc"' }, true],
  ['the tag as a proxy made it strong', { 'if-none-match': '"abc"' }, true],
  ['the tag among others', { 'if-none-match': '"x", W/"abc" , "y"' }, true],
  ['any tag at all', { 'if-none-match': '*' }, true],
  ['another tag', { 'if-none-match': '"abcd"' }, false],
  ['a tag that only holds ours', { 'if-none-match': '"xabc"' }, false],
  ['a tag without quotes', { 'if-none-match': 'abc' }, false],
  ['its second', { 'if-modified-since': 'Tue, 24 Nov 2026 06:00:00 GMT' }, true],
  ['a later moment', { 'if-modified-since': 'Tue, 24 Nov 2026 06:00:01 GMT' }, true],
  ['an earlier moment', { 'if-modified-since': 'Tue, 24 Nov 2026 05:59:59 GMT' }, false],
  ['the tag, reloading', { 'if-none-match': 'W/"abc"', 'cache-control': 'no-cache' }, true],
  ['an empty list and a later moment', { 'if-none-match': '', 'if-modified-since': LATER }, false],
  ['no date', { 'if-modified-since': 'yesterday' }, false],
  [
    'another tag and a later moment',
    { 'if-none-match': '"other"', 'if-modified-since': LATER },
    false,
  ],
])('RFC 9110, 13: who names %s is known or not', (_, asked, known) => {
  expect(isKnown(asked, { etag: ETAG, modifiedAt: AT })).toBe(known);
});

test('RFC 9110, 13.1.3: without a date of its own an answer is not known by date', () => {
  const asked = { 'if-modified-since': LATER };
  expect(isKnown(asked, { etag: ETAG, modifiedAt: null })).toBe(false);
});
