import { isLocale, type Locale } from '../i18n/locales.ts';
import { askOutsider } from './ask-outsider.ts';
import type { Answer, Target } from './deliver.ts';
import { FEED_FILES, feedAddress } from '../pages/all/feeds.ts';
import { PAGES } from '../pages.generated.ts';

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
  const home = isLocale(locale) && homeOf(kind, locale, slug);
  return home ? FEED_FILES.map((file) => feedAddress(home, file)) : [];
}

function homeOf(kind: string | undefined, locale: Locale, slug: string): string | null {
  switch (kind) {
    case 'front':
    case 'corrections':
      return PAGES[kind].href({ locale });
    case 'category':
      return PAGES.category.href({ locale, category: slug });
    case 'topic':
      return PAGES.topic.href({ locale, topic: slug });
    case 'author':
      return PAGES.author.href({ locale, author: slug });
    default:
      return null;
  }
}
