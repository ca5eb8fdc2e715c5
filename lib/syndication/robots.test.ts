import { expect, test } from 'vitest';
import { miningHeaders, writeMiningReservation, writeRobots } from './robots.ts';

const robots = (training: boolean, search: boolean, onRequest: boolean) =>
  writeRobots('https://news.example', { training, search, onRequest });

test.each([
  ['training', robots(false, true, true), 'GPTBot'],
  ['search', robots(true, false, true), 'PerplexityBot'],
  ['on request', robots(true, true, false), 'ChatGPT-User'],
])('the switch for %s refuses its crawlers and no others', (_, text, crawler) => {
  const refused = text.split('\n\n')[1]?.split('\n') ?? [];
  expect(refused).toContain(`User-agent: ${crawler}`);
  expect(refused.at(-1)).toBe('Disallow: /');
  expect(
    ['GPTBot', 'PerplexityBot', 'ChatGPT-User'].filter((name) =>
      refused.includes(`User-agent: ${name}`),
    ),
  ).toEqual([crawler]);
  expect(text.startsWith('User-agent: *\nDisallow:\n\n')).toBe(true);
});

test('with every switch on nobody is refused, and no right is reserved', () => {
  const open = { training: true, search: true, onRequest: true };
  expect(robots(true, true, true)).not.toContain('Disallow: /');
  expect(miningHeaders(open)).toEqual({});
  expect(miningHeaders({ ...open, training: false })).toEqual({ 'tdm-reservation': '1' });
  expect(JSON.parse(writeMiningReservation({ ...open, training: false }))).toEqual([
    { location: '/', 'tdm-reservation': 1 },
  ]);
});
