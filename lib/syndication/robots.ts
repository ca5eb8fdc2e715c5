/**
 * What software for artificial intelligence may do here, published in every form that exists from the one
 * switch of `publication.config.ts`: robots.txt with AIPREF's Content-Usage, TDMRep, RSL. A page that must
 * not be indexed says so itself (noindex): a crawler that robots.txt keeps out would never read that.
 */
import type { CrawlerConfiguration } from '../../publication.config.ts';
import { LOCALES } from '../i18n/locales.ts';
import agents from './ai-agents.json' with { type: 'json' };
import { SITEMAP_INDEX, sitemapAddress } from '../pages/all/sitemaps.ts';
import { element, XML_DECLARATION } from './feeds/xml.ts';

type Purpose = keyof CrawlerConfiguration;

/**
 * The known agents, by the purpose for which they read; `ai-agents.json` names the date. Agents of search
 * engines and of link previews (Applebot, Bravebot, PetalBot, facebookexternalhit) are not among them,
 * whatever else they may feed: a site that keeps them out is not found.
 */
const AGENTS: Readonly<Record<Purpose, readonly string[]>> = agents;
const PURPOSES = ['training', 'search', 'onRequest'] as const satisfies readonly Purpose[];

/** RSL's name of each purpose (rslstandard.org, 1.0). */
const RSL_USAGES = {
  training: 'ai-train',
  search: 'ai-index',
  onRequest: 'ai-input',
} as const satisfies Record<Purpose, string>;

/**
 * robots.txt: every agent may read everything, except the agents that the publication's switches refuse.
 */
export function writeRobots(site: string, crawlers: CrawlerConfiguration): string {
  const refused = PURPOSES.filter((purpose) => !crawlers[purpose]).flatMap(
    (purpose) => AGENTS[purpose],
  );
  const groups = [`User-agent: *\nContent-Usage: ${usageOf(crawlers)}\nDisallow:`];
  if (refused.length > 0)
    groups.push(`${refused.map((name) => `User-agent: ${name}`).join('\n')}\nDisallow: /`);
  const sitemaps = [SITEMAP_INDEX, ...LOCALES.map((locale) => sitemapAddress(locale, 'news'))];
  groups.push(`License: ${site}/license.xml`);
  groups.push(sitemaps.map((path) => `Sitemap: ${site}${path}`).join('\n'));
  return `${groups.join('\n\n')}\n`;
}

/**
 * The preferences in the vocabulary of AIPREF (draft-ietf-aipref-vocab). It knows one `search`, that of
 * engines which link: it is never refused here, because our switch is about engines that answer.
 */
const usageOf = ({ training, search }: CrawlerConfiguration): string =>
  [`train-ai=${training ? 'y' : 'n'}`, ...(search ? ['search=y'] : [])].join(', ');

/**
 * The headers that state it on each response: AIPREF's, and the one that reserves text and data mining (W3C
 * TDMRep), which is not sent where training is allowed: the right is then not reserved.
 */
export function reservationHeaders(crawlers: CrawlerConfiguration): Record<string, string> {
  return {
    'content-usage': usageOf(crawlers),
    ...(crawlers.training ? {} : { 'tdm-reservation': '1' }),
  };
}

/** `/.well-known/tdmrep.json`, which states the same for the whole site. */
export function writeMiningReservation(crawlers: CrawlerConfiguration): string {
  return JSON.stringify([{ location: '/', 'tdm-reservation': crawlers.training ? 0 : 1 }]);
}

/** `/license.xml`: the same as an RSL 1.0 document. */
export function writeLicense(crawlers: CrawlerConfiguration): string {
  const usages = (isPermitted: boolean) =>
    PURPOSES.filter((purpose) => crawlers[purpose] === isPermitted).map(
      (purpose) => RSL_USAGES[purpose],
    );
  const [permitted, prohibited] = [['search', ...usages(true)], usages(false)];
  const license = [
    element('permits', permitted.join(' '), { type: 'usage' }),
    ...(prohibited.length > 0
      ? [element('prohibits', prohibited.join(' '), { type: 'usage' })]
      : []),
  ];
  return (
    XML_DECLARATION +
    element('rsl', [element('content', [element('license', license)], { url: '/' })], {
      xmlns: 'https://rslstandard.org/rsl',
    })
  );
}
