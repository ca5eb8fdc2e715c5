import { expect, test } from 'vitest';
import { addressesOf, listsOf, parseEvent, tagsOf } from './events.ts';
import { someAppearance } from './testing.ts';

const moved = {
  type: 'article.moved',
  appearances: [
    someAppearance({ category: 'world', topics: ['coast'] }),
    someAppearance({ category: 'sport', authors: ['ana-vell'], isCorrected: true }),
  ],
} as const;

test('an event invalidates the pages that showed an article before it and show it after it', () => {
  const tags = tagsOf({ ...moved, appearances: [...moved.appearances] });
  expect(tags.toSorted()).toEqual([
    'article:1',
    'author:en:ana-vell',
    'category:en:sport',
    'category:en:world',
    'corrections:en',
    'front:en',
    'slug:en:ferry',
    'story:1',
    'topic:en:coast',
  ]);
});

test('the addresses of an event are those of its articles', () => {
  const event = {
    type: 'slug.changed' as const,
    appearances: [someAppearance(), someAppearance({ slug: 'late-ferry' })],
  };
  expect(addressesOf(event)).toEqual([
    { locale: 'en', slug: 'ferry' },
    { locale: 'en', slug: 'late-ferry' },
  ]);
});

test('an event about a front concerns no address and no list', () => {
  const event = { type: 'front.curated', locale: 'en' } as const;
  expect([addressesOf(event), listsOf(event)]).toEqual([[], []]);
});

test('an event is read as it was stored', () => {
  const { type, ...data } = moved;
  expect(parseEvent(type, JSON.parse(JSON.stringify(data)))).toEqual(moved);
});

test('a field that a newer release has added is ignored', () => {
  const data = { locale: 'en', mood: 'grave' };
  expect(parseEvent('front.curated', data)).toEqual({ type: 'front.curated', locale: 'en' });
});

test.each([
  ['of a type that this release does not know', 'article.sung', {}],
  ['named like a part of every object', 'constructor', {}],
  ['whose data does not fit', 'front.curated', { locale: 'xx' }],
])('an event %s is none', (_, type, data) => {
  expect(parseEvent(type, data)).toBeNull();
});
