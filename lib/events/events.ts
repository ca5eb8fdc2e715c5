/**
 * Every event of the portal, declared once: the schema of its data, and the cache tags of the pages that it
 * changes. To add one, add a row to {@link EVENTS} and append it in the transaction that makes it true.
 */
import { z } from 'zod';
import { breakingTag, curationTag, PUBLICATION_TAG, REDIRECTS_TAG } from '../cache-tags.ts';
import { LOCALES } from '../i18n/locales.ts';
import {
  addressSchema,
  appearanceSchema,
  listSchema,
  listsOfAppearance,
  tagOfList,
  tagsOfAppearance,
  type Address,
  type List,
} from './appearance.ts';

/** Declares an event. A process of an earlier release ignores fields that it does not know. */
const event = <Shape extends z.ZodRawShape>(
  shape: Shape,
  tags: (data: z.output<z.ZodObject<Shape>>) => string[],
) => ({ schema: z.object(shape), tags });

/** An event about articles: where readers found them before it, and where they find them after it. */
const ofArticles = () =>
  event({ appearances: z.array(appearanceSchema) }, ({ appearances }) =>
    appearances.flatMap(tagsOfAppearance),
  );
const ofFront = (tag: typeof curationTag) =>
  event({ locale: z.enum(LOCALES) }, ({ locale }) => [tag(locale)]);

export const EVENTS = {
  /** Readers may see it from now on, or, when its time or its embargo lies ahead, from then on. */
  'article.published': ofArticles(),
  /** The embargo or the publication time of a published article has come: readers may see it now. */
  'article.released': ofArticles(),
  /** Readers see a newer revision. */
  'article.updated': ofArticles(),
  /** A public correction was added. */
  'article.corrected': ofArticles(),
  'article.withdrawn': ofArticles(),
  /** A story has another category, in all of its locales. */
  'article.moved': ofArticles(),
  'slug.changed': ofArticles(),
  /** A batch of an import was written, drafts included. */
  'articles.imported': ofArticles(),
  /** The file of a picture, or its focus, has changed in the articles that show it. */
  'picture.replaced': ofArticles(),
  'picture.refocused': ofArticles(),
  /** Names of authors or topics have changed: `lists` are their pages. */
  'names.changed': event({ lists: z.array(listSchema) }, ({ lists }) => lists.map(tagOfList)),
  /** Articles were pinned to the top of a front, or released from it. */
  'front.curated': ofFront(curationTag),
  /** Pins on a front have ended by time. */
  'pins.ended': ofFront(curationTag),
  'breaking.set': ofFront(breakingTag),
  /** An editor has ended the breaking-news line, or its time is over. */
  'breaking.ended': ofFront(breakingTag),
  /** The redirects of a former site have changed: any address may have another answer. */
  'redirects.imported': event({ count: z.number().int() }, () => [REDIRECTS_TAG]),
  /** Categories of the publication have other names, descriptions or positions in its configuration. */
  'publication.configured': event({ categories: z.array(z.string()) }, () => [PUBLICATION_TAG]),
  /** The database's clock was set back: the time of these published articles lies ahead again. */
  'clock.set-back': ofArticles(),
  /** A row that a release without typed events has written: only its tags are known (`earlier-rows.ts`). */
  'row.earlier': event(
    { tags: z.array(z.string()), addresses: z.array(addressSchema), lists: z.array(listSchema) },
    ({ tags }) => tags,
  ),
} as const;
type EventType = keyof typeof EVENTS;
type EventOf<Type extends EventType> = { type: Type } & z.output<(typeof EVENTS)[Type]['schema']>;
/** An event, discriminated by its `type`. */
export type PortalEvent = { [Type in EventType]: EventOf<Type> }[EventType];
/** The events about articles. */
export type ArticleEventType = {
  [Type in EventType]: EventOf<Type> extends { appearances: unknown } ? Type : never;
}[EventType];

const isEventType = (name: string): name is EventType => Object.hasOwn(EVENTS, name);

/**
 * Reads an event from a row of the log.
 * @param type - as stored
 * @param data - as stored, not validated
 * @returns null when this release does not know the event
 */
export function parseEvent(type: string, data: unknown): PortalEvent | null {
  if (!isEventType(type)) return null;
  const parsed = EVENTS[type].schema.safeParse(data);
  // The compiler does not see that a schema and its own type belong together.
  return parsed.success ? ({ type, ...parsed.data } as PortalEvent) : null;
}

/** The cache tags of the pages that an event changes, each once. */
export function tagsOf(event: PortalEvent): string[] {
  const { tags } = EVENTS[event.type] as { tags: (data: PortalEvent) => string[] };
  return [...new Set(tags(event))];
}

/** The addresses of articles whose answer an event changes; not all of them are public. */
export const addressesOf = (event: PortalEvent): Address[] => [
  ...('appearances' in event
    ? event.appearances.map(({ locale, slug }) => ({ locale, slug }))
    : []),
  ...('addresses' in event ? event.addresses : []),
];

/** The lists that an event changes. */
export const listsOf = (event: PortalEvent): List[] => [
  ...('appearances' in event ? event.appearances.flatMap(listsOfAppearance) : []),
  ...('lists' in event ? event.lists : []),
];
