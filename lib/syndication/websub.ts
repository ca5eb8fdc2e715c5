import { isLocale } from '../i18n/locales.ts';
import { askOutsider } from './ask-outsider.ts';
import type { Answer, Target } from './deliver.ts';
import { FEED_TYPES, feedHome, type FeedSubject } from './feeds/feed.ts';

/** Most feeds of one request. */
const MOST = 100;

/** A WebSub hub: it is notified of each feed that changed, and fetches the feed for its subscribers. */
export function webSub(options: { hub: string; site: string; patience?: number }): Target {
  const { hub, site, patience } = options;
  return {
    name: 'websub',
    async deliver(tags): Promise<Answer> {
      const feeds = tags.flatMap((tag) => feedsOfTag(tag).map((path) => site + path));
      let refusal: Answer | null = null;
      for (let first = 0; first < feeds.length; first += MOST) {
        const body = new URLSearchParams({ 'hub.mode': 'publish' });
        for (const feed of feeds.slice(first, first + MOST)) body.append('hub.url', feed);
        const answer = await askOutsider(hub, { body }, patience === undefined ? {} : { patience });
        if (answer.kind === 'later') return answer;
        if (answer.kind === 'refused') refusal = answer;
      }
      return refusal ?? { kind: 'delivered' };
    },
  };
}

/** The feeds that a tag names, in every format. */
function feedsOfTag(tag: string): string[] {
  const [kind, locale = '', slug = ''] = tag.split(':');
  const subject = subjectOf(kind, slug);
  if (!subject || !isLocale(locale)) return [];
  return Object.keys(FEED_TYPES).map((file) => `${feedHome(locale, subject)}/${file}`);
}

function subjectOf(kind: string | undefined, slug: string): FeedSubject | null {
  if (kind === 'front') return { kind: 'everything' };
  if (kind === 'corrections') return { kind };
  return kind === 'category' || kind === 'topic' || kind === 'author' ? { kind, slug } : null;
}
