import { topicTag } from '../cache-tags.ts';
import { declarePage } from './all/declare-page.ts';

/** The articles on a topic. */
export const page = declarePage({
  path: '/topic/[topic]',
  kind: 'page',
  isPaged: true,
  sitemap: 'topics',
  feed: ({ topic }) => ({ kind: 'topic', slug: topic }),
  tags: ({ locale, topic }) => [topicTag(locale, topic)],
  shows: ({ topics }) => topics.map((topic) => ({ topic })),
});
