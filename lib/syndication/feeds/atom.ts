import type { Feed, FeedEntry } from './feed.ts';
import { element, XML_DECLARATION } from './xml.ts';

/**
 * The date of the last change of a feed without entries: Atom requires one, and it must always be the same.
 */
const NEVER = '1970-01-01T00:00:00Z';

/** A feed as Atom (RFC 4287). */
export function writeAtom(feed: Feed): string {
  return (
    XML_DECLARATION +
    element(
      'feed',
      [
        element('id', feed.id),
        element('title', feed.title),
        element('subtitle', feed.description),
        element('icon', feed.icon),
        element('logo', feed.logo.url),
        element('updated', feed.updatedAt ?? NEVER),
        element('link', null, { rel: 'self', type: 'application/atom+xml', href: feed.self }),
        element('link', null, { rel: 'alternate', type: 'text/html', href: feed.home }),
        ...(feed.hub ? [element('link', null, { rel: 'hub', href: feed.hub })] : []),
        // An entry without a byline has the feed's author.
        element('author', [element('name', feed.title)]),
        ...feed.entries.map(entryOf),
        // Withdrawn entries, in the form of RFC 6721: a site that copied one should remove it.
        ...feed.withdrawn.map(({ id, at }) =>
          element('at:deleted-entry', null, { ref: id, when: at }),
        ),
      ],
      {
        xmlns: 'http://www.w3.org/2005/Atom',
        'xmlns:at': 'http://purl.org/atompub/tombstones/1.0',
        'xmlns:media': 'http://search.yahoo.com/mrss/',
        'xml:lang': feed.locale,
      },
    )
  );
}

function entryOf(entry: FeedEntry): string {
  const { picture, thumbnail } = entry;
  return element('entry', [
    element('id', entry.id),
    element('title', entry.title),
    element('link', null, { rel: 'alternate', type: 'text/html', href: entry.url }),
    ...(picture
      ? [
          element('link', null, {
            rel: 'enclosure',
            type: picture.type,
            href: picture.url,
            length: picture.bytes ?? undefined,
          }),
        ]
      : []),
    element('published', entry.publishedAt),
    element('updated', entry.updatedAt),
    ...entry.authors.map(({ name, url }) =>
      element('author', [element('name', name), element('uri', url)]),
    ),
    ...entry.subjects.map((term) => element('category', null, { term })),
    element('summary', entry.summary),
    element('content', entry.html, { type: 'html' }),
    ...(thumbnail ? [element('media:thumbnail', null, { ...thumbnail })] : []),
  ]);
}
