/**
 * What software for artificial intelligence may do here, said in every way that there is from the one switch
 * of `publication.config.ts`: robots.txt with AIPREF's Content-Usage, TDMRep, RSL. What must not be found says
 * so itself (noindex), which a crawler that is kept out would never read.
 */
import type { CrawlerConfiguration } from '../../publication.config.ts';
import { LOCALES } from '../i18n/locales.ts';
import agents from './ai-agents.json' with { type: 'json' };
import { element, XML_DECLARATION } from './feeds/xml.ts';

type Purpose = keyof CrawlerConfiguration;

/**
 * The agents that are known, each by what it reads for; `ai-agents.json` says as of when. Those of search
 * engines and of shared links' previews (Applebot, Bravebot, PetalBot, facebookexternalhit) are not among
 * them, whatever else they may feed: who is kept out of those is not found.
 */
const AGENTS: Readonly<Record<Purpose, readonly string[]>> = agents;
const PURPOSES = ['training', 'search', 'onRequest'] as const satisfies readonly Purpose[];

/** RSL's names of what each purpose is (rslstandard.org, 1.0). */
const RSL_USAGES = {
  training: 'ai-train',
  search: 'ai-index',
  onRequest: 'ai-input',
} as const satisfies Record<Purpose, string>;

/** robots.txt: everybody may read everything, but for the agents that the publication's switches refuse. */
export function writeRobots(site: string, crawlers: CrawlerConfiguration): string {
  const refused = PURPOSES.filter((purpose) => !crawlers[purpose]).flatMap(
    (purpose) => AGENTS[purpose],
  );
  const groups = [`User-agent: *\nContent-Usage: ${usageOf(crawlers)}\nDisallow:`];
  if (refused.length > 0)
    groups.push(`${refused.map((name) => `User-agent: ${name}`).join('\n')}\nDisallow: /`);
  const sitemaps = ['/sitemap.xml', ...LOCALES.map((locale) => `/${locale}/sitemap-news.xml`)];
  groups.push(`License: ${site}/license.xml`);
  groups.push(sitemaps.map((path) => `Sitemap: ${site}${path}`).join('\n'));
  return `${groups.join('\n\n')}\n`;
}

/**
 * What AIPREF asks (draft-ietf-aipref-vocab). It knows one `search`, that of engines which link: it is never
 * refused here, since the switch is about those that answer.
 */
const usageOf = ({ training, search }: CrawlerConfiguration): string =>
  [`train-ai=${training ? 'y' : 'n'}`, ...(search ? ['search=y'] : [])].join(', ');

/**
 * The headers that say it of each answer: AIPREF's, and the one that reserves text and data mining (W3C
 * TDMRep), which is not sent where training is allowed: the right is then not reserved.
 */
export function reservationHeaders(crawlers: CrawlerConfiguration): Record<string, string> {
  return {
    'content-usage': usageOf(crawlers),
    ...(crawlers.training ? {} : { 'tdm-reservation': '1' }),
  };
}

/** `/.well-known/tdmrep.json`, which says the same of the whole site. */
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
