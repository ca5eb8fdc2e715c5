import type { Environment } from '../../env.ts';
import type { List } from '../../events/appearance.ts';
import type { Answer, Subscriber } from '../../events/deliver.ts';
import { listsOf } from '../../events/events.ts';
import { PAGES } from '../../pages.generated.ts';
import { FEED_FILES, feedAddress } from '../../pages/all/feeds.ts';
import { askOutsider } from '../ask-outsider.ts';

/** Most feeds of one request. */
const MOST = 100;

/** A WebSub hub: it is notified of each feed that changed, and fetches the feed for its subscribers. */
export function webSub(options: { hub: string; site: string; patience?: number }): Subscriber {
  const { hub, site, patience } = options;
  return {
    name: 'websub',
    async deliver(events): Promise<Answer> {
      const paths = new Set(events.flatMap(listsOf).flatMap(feedsOf));
      const feeds = [...paths].map((path) => site + path);
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

/** The feeds of a list, in every format. */
const feedsOf = (list: List): string[] => FEED_FILES.map((file) => feedAddress(homeOf(list), file));

/** The path of the page of a list. */
function homeOf({ locale, kind, slug }: List): string {
  switch (kind) {
    case 'everything':
      return PAGES.front.href({ locale });
    case 'corrections':
      return PAGES.corrections.href({ locale });
    case 'category':
      return PAGES.category.href({ locale, category: slug });
    case 'topic':
      return PAGES.topic.href({ locale, topic: slug });
    case 'author':
      return PAGES.author.href({ locale, author: slug });
  }
}

/** Configured by WEBSUB_HUB. */
export function subscriber(env: Environment): Subscriber | null {
  const { WEBSUB_HUB: hub, SITE_URL: site } = env;
  return hub ? webSub({ hub, site }) : null;
}
