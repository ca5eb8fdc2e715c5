import { expect, test } from 'vitest';
import type { CrawlerConfiguration } from '../../publication.config.ts';
import agents from './ai-agents.json' with { type: 'json' };
import { reservationHeaders, writeLicense, writeMiningReservation, writeRobots } from './robots.ts';

const PURPOSES = ['training', 'search', 'onRequest'] as const;
const SWITCHES: CrawlerConfiguration[] = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => ({
  training: (bits & 1) > 0,
  search: (bits & 2) > 0,
  onRequest: (bits & 4) > 0,
}));
const robots = (crawlers: CrawlerConfiguration) => writeRobots('https://news.example', crawlers);

/** Whether robots.txt keeps an agent out. */
function isRefused(text: string, agent: string): boolean {
  const groups = text.split('\n\n').map((group) => group.split('\n'));
  const group = groups.find((lines) => lines.includes(`User-agent: ${agent}`)) ?? groups[0];
  return group?.at(-1) === 'Disallow: /';
}

const usagesOf = (license: string, kind: 'permits' | 'prohibits') =>
  new RegExp(`<${kind} type="usage">([^<]*)<`).exec(license)?.[1]?.split(' ') ?? [];

test.each(SWITCHES)(
  'robots, AIPREF, TDMRep and RSL never contradict each other: %o',
  (crawlers) => {
    const text = robots(crawlers);
    for (const purpose of PURPOSES)
      for (const agent of agents[purpose])
        expect([agent, isRefused(text, agent)]).toEqual([agent, !crawlers[purpose]]);
    for (const engine of ['Googlebot', 'bingbot', 'Applebot', 'PetalBot', 'facebookexternalhit'])
      expect([engine, isRefused(text, engine)]).toEqual([engine, false]);

    const headers = reservationHeaders(crawlers);
    const usage = /^Content-Usage: (.+)$/m.exec(text)?.[1];
    expect(headers['content-usage']).toBe(usage);
    expect(usage).toContain(`train-ai=${crawlers.training ? 'y' : 'n'}`);
    expect(usage).not.toContain('search=n');
    expect(usage?.includes('search=y')).toBe(crawlers.search);

    const reserved = crawlers.training ? 0 : 1;
    expect(Number(headers['tdm-reservation'] ?? 0)).toBe(reserved);
    expect(JSON.parse(writeMiningReservation(crawlers))).toEqual([
      { location: '/', 'tdm-reservation': reserved },
    ]);

    expect(text).toContain('\nLicense: https://news.example/license.xml\n');
    const license = writeLicense(crawlers);
    const names = { training: 'ai-train', search: 'ai-index', onRequest: 'ai-input' } as const;
    const [permitted, prohibited] = [usagesOf(license, 'permits'), usagesOf(license, 'prohibits')];
    expect(permitted).toContain('search');
    for (const purpose of PURPOSES) {
      expect(permitted.includes(names[purpose])).toBe(crawlers[purpose]);
      expect(prohibited.includes(names[purpose])).toBe(!crawlers[purpose]);
    }
  },
);

test('an agent is listed once, by one purpose, in a spelling that is its own line’s', () => {
  const all = PURPOSES.flatMap((purpose) => agents[purpose]);
  expect(all.length).toBeGreaterThan(150);
  expect(new Set(all.map((name) => name.toLowerCase())).size).toBe(all.length);
  for (const name of all) expect(name).toMatch(/^[\w][\w ./-]*$/);
});

test('the agents that were let through once are refused: whoever trains is kept out by name', () => {
  const text = robots({ training: false, search: true, onRequest: true });
  for (const agent of ['YandexAdditional', 'DeepSeekBot', 'Diffbot', 'GPTBot', 'CCBot'])
    expect([agent, isRefused(text, agent)]).toEqual([agent, true]);
});

test('the list of agents says as of when it is', () => {
  expect(agents.asOf).toMatch(/^20\d\d-\d\d-\d\d$/);
});
