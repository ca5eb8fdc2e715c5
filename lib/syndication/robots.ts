import { LOCALES } from '../i18n/locales.ts';
import type { CrawlerConfiguration } from '../../publication.config.ts';

/** Crawlers of artificial intelligence by what they read for, as their makers name them in 2026. */
const CRAWLERS = {
  training: [
    'GPTBot',
    'ClaudeBot',
    'Google-Extended',
    'Applebot-Extended',
    'meta-externalagent',
    'CCBot',
    'Bytespider',
    'cohere-training-data-crawler',
    'AI2Bot',
    'PanguBot',
  ],
  search: ['OAI-SearchBot', 'Claude-SearchBot', 'PerplexityBot', 'YouBot'],
  onRequest: [
    'ChatGPT-User',
    'Claude-User',
    'Perplexity-User',
    'MistralAI-User',
    'DuckAssistBot',
    'meta-externalfetcher',
  ],
} as const satisfies Record<keyof CrawlerConfiguration, readonly string[]>;

/**
 * robots.txt: everybody may read everything, style sheets and scripts included, but for the crawlers that
 * the publication's switches refuse. What must not be found says so itself (noindex), which a crawler
 * that is kept out would never read.
 */
export function writeRobots(site: string, crawlers: CrawlerConfiguration): string {
  const refused = (Object.keys(CRAWLERS) as (keyof typeof CRAWLERS)[])
    .filter((purpose) => !crawlers[purpose])
    .flatMap((purpose) => CRAWLERS[purpose]);
  const groups = ['User-agent: *\nDisallow:'];
  if (refused.length > 0)
    groups.push(`${refused.map((name) => `User-agent: ${name}`).join('\n')}\nDisallow: /`);
  const sitemaps = ['/sitemap.xml', ...LOCALES.map((locale) => `/${locale}/sitemap-news.xml`)];
  groups.push(sitemaps.map((path) => `Sitemap: ${site}${path}`).join('\n'));
  return `${groups.join('\n\n')}\n`;
}

/**
 * The header that reserves text and data mining (W3C TDMRep), from the switch for training.
 * @returns none where training is allowed: the right is then not reserved
 */
export function miningHeaders(crawlers: CrawlerConfiguration): Record<string, string> {
  return crawlers.training ? {} : { 'tdm-reservation': '1' };
}

/** `/.well-known/tdmrep.json`, which says the same of the whole site. */
export function writeMiningReservation(crawlers: CrawlerConfiguration): string {
  return JSON.stringify([{ location: '/', 'tdm-reservation': crawlers.training ? 0 : 1 }]);
}
