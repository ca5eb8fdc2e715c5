import type { Environment } from '../../env.ts';
import type { Answer, Subscriber } from '../../events/deliver.ts';
import { addressesOf } from '../../events/events.ts';
import { page as article } from '../../pages/article.ts';
import { publicAddresses } from '../../publication/public-addresses.ts';
import { askOutsider } from '../ask-outsider.ts';

/** Most addresses of one request: the limit of indexnow.org. */
const MOST = 10_000;
/** 403: the key's file was not found. It is there as soon as the portal is reached under SITE_URL. */
const LATER = [403];

export interface IndexNowOptions {
  endpoint: string;
  key: string;
  /** The portal's own address. */
  site: string;
  /** Milliseconds that the endpoint may take. */
  patience?: number;
}

/** IndexNow: notifies search engines of each article that appears, changes, moves or is withdrawn. */
export function indexNow(options: IndexNowOptions): Subscriber {
  const { endpoint, key, site, patience } = options;
  return {
    name: 'indexnow',
    async deliver(events, from): Promise<Answer> {
      const known = await publicAddresses(events.flatMap(addressesOf), from);
      const urls = known.map((address) => site + article.href(address));
      let refusal: Answer | null = null;
      for (let first = 0; first < urls.length; first += MOST) {
        const body = JSON.stringify({
          host: new URL(site).host,
          key,
          keyLocation: `${site}/${key}.txt`,
          urlList: urls.slice(first, first + MOST),
        });
        const headers = { 'content-type': 'application/json; charset=utf-8' };
        const answer = await askOutsider(
          endpoint,
          { headers, body },
          { later: LATER, ...(patience !== undefined && { patience }) },
        );
        if (answer.kind === 'later') return answer;
        if (answer.kind === 'refused') refusal = answer;
      }
      return refusal ?? { kind: 'delivered' };
    },
  };
}

/** Configured by INDEXNOW_KEY. */
export function subscriber(env: Environment): Subscriber | null {
  const { INDEXNOW_KEY: key, INDEXNOW_ENDPOINT: endpoint, SITE_URL: site } = env;
  return key ? indexNow({ endpoint, key, site }) : null;
}
