import type { Feed } from './feed.ts';

/** A feed as JSON Feed 1.1. */
export function writeJsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self,
    description: feed.description,
    language: feed.locale,
    icon: feed.logo.url,
    favicon: feed.icon,
    ...(feed.hub && { hubs: [{ type: 'WebSub', url: feed.hub }] }),
    // An extension, which JSON Feed allows: the deleted entries of RFC 6721.
    ...(feed.withdrawn.length > 0 && {
      _withdrawn: {
        about: 'https://www.rfc-editor.org/rfc/rfc6721',
        items: feed.withdrawn.map(({ id, at }) => ({ id, date_withdrawn: at })),
      },
    }),
    items: feed.entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      summary: entry.summary,
      content_html: entry.html,
      date_published: entry.publishedAt,
      date_modified: entry.updatedAt,
      authors: entry.authors,
      tags: entry.subjects,
      language: feed.locale,
      ...(entry.picture && {
        image: entry.picture.url,
        attachments: [
          {
            url: entry.picture.url,
            mime_type: entry.picture.type,
            ...(entry.picture.bytes !== null && { size_in_bytes: entry.picture.bytes }),
          },
        ],
      }),
    })),
  });
}
