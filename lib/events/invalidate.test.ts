import { expect, test } from 'vitest';
import { LOCALES } from '../i18n/locales.ts';
import { tagsOf, type PortalEvent } from './events.ts';
import { createInvalidation } from './invalidate.ts';
import type { LogRow } from './log.ts';
import { someAppearance } from './testing.ts';

const AT = new Date('2026-11-24T06:00:00Z');
const rowOf = (event: PortalEvent | null, tags: string[] = []): LogRow => ({
  id: 1,
  at: AT,
  moment: AT.toISOString(),
  event,
  tags: event ? tagsOf(event) : tags,
  readAt: AT,
});

/** What an invalidation does, in order. */
async function deedsOf(rows: LogRow[], changed: string[] = []) {
  const deeds: unknown[] = [];
  createInvalidation({
    forget: () => deeds.push('forget'),
    invalidate: (tags) => deeds.push(tags),
    readNavigation: async (locales) => {
      deeds.push({ locales });
      return changed;
    },
    onError: (cause) => deeds.push(cause),
  })(rows);
  await new Promise(setImmediate);
  return deeds;
}

test('cached reads are cleared before the pages that an event changes are invalidated', async () => {
  expect(await deedsOf([rowOf({ type: 'front.curated', locale: 'ru' })])).toEqual([
    'forget',
    ['curation:ru'],
    { locales: [] },
  ]);
});

test('the navigation is read again in the locales whose categories changed', async () => {
  const event = {
    type: 'article.moved',
    appearances: [someAppearance({ locale: 'az' }), someAppearance({ category: 'sport' })],
  } as const satisfies PortalEvent;
  const deeds = await deedsOf([rowOf(event)], ['navigation:az']);
  expect(deeds.slice(2)).toEqual([{ locales: ['az', 'en'] }, ['navigation:az']]);
});

test('redirects of a former site invalidate every page', async () => {
  expect((await deedsOf([rowOf({ type: 'redirects.imported', count: 2 })]))[1]).toBeNull();
});

test('an event of a newer release invalidates its tags, and every navigation is read again', async () => {
  expect(await deedsOf([rowOf(null, ['front:en'])])).toEqual([
    'forget',
    ['front:en'],
    { locales: LOCALES },
  ]);
});
