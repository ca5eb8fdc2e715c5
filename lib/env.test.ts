import { expect, test } from 'vitest';
import { readEnvironment } from './env.ts';

test('nothing needs to be set', () => {
  expect(readEnvironment({})).toMatchObject({ PORT: 3000, SITE_URL: 'http://localhost:3000' });
});

test('a variable that is empty counts as not set', () => {
  expect(readEnvironment({ PORT: '', DATABASE_URL: '' }).PORT).toBe(3000);
});

test('the address of the site loses its last slash', () => {
  expect(readEnvironment({ SITE_URL: 'https://news.example/' }).SITE_URL).toBe(
    'https://news.example',
  );
});

test('every fault is named at once', () => {
  const read = () =>
    readEnvironment({
      PORT: '99999',
      DATABASE_URL: 'mysql://x',
      SITE_URL: 'news',
      LOG_LEVEL: 'loud',
    });
  for (const name of ['PORT', 'DATABASE_URL', 'SITE_URL', 'LOG_LEVEL']) {
    expect(read).toThrow(new RegExp(`${name} is “`));
  }
});

/** Each variable that can be wrong, with what an operator may well have written. */
const MALFORMED: Record<string, string[]> = {
  NODE_ENV: ['prod', 'PRODUCTION'],
  PORT: ['0', '70000', '30 00', '-1', '3000.5', 'http'],
  DATABASE_URL: ['localhost:5432/caliber', 'mysql://root@localhost/caliber', 'postgres://'],
  SITE_URL: ['news.example', 'ftp://news.example', 'https://', '//news.example'],
  LOG_LEVEL: ['verbose', 'INFO'],
  PAGE_MEMORY_MB: ['0', '256MB', '1e3', '-5'],
  ALLOWED_HOSTS: ['https://news.example', 'news.example/path', 'a b', '*'],
  TRUSTED_PROXIES: ['10.0.0.0/99', 'proxy.example', 'everybody', '10.0.0.1;10.0.0.2'],
  METRICS_TOKEN: ['short', 'with a blank in its middle', 'x'.repeat(300)],
  DRAIN_SECONDS: ['16', '1.5', 'soon'],
  HSTS: ['yes', 'includeSubDomains'],
  DATABASE_POOL: ['0', '1000', 'many'],
  DATABASE_STATEMENT_MS: ['0', '3s'],
  DATABASE_SILENCE_MS: ['10', '5 s'],
  INDEXNOW_KEY: ['short', 'with_underscore'],
  INDEXNOW_ENDPOINT: ['api.indexnow.org'],
};

for (const [name, values] of Object.entries(MALFORMED)) {
  test(`a malformed ${name} is refused by its name`, () => {
    for (const value of values)
      expect(() => readEnvironment({ [name]: value }), value).toThrow(
        new RegExp(`^The configuration is wrong.*\\n  ${name} is “`),
      );
  });
}

test('all that is wrong is named in one go, and a secret is not shown', () => {
  const source = Object.fromEntries(
    Object.entries(MALFORMED).map(([name, [value]]) => [name, value]),
  );
  const secret = { DATABASE_URL: 'mysql://root:hunter2@localhost/x', METRICS_TOKEN: 'hunter 2' };
  const read = () => readEnvironment({ ...source, ...secret });
  for (const name of Object.keys(MALFORMED)) expect(read).toThrow(new RegExp(`  ${name} is “`));
  expect(read).not.toThrow(/hunter/);
});

test('a portal with a configured address answers to it alone, and to the other hosts configured', () => {
  expect(readEnvironment({}).ALLOWED_HOSTS).toBe(null);
  expect(readEnvironment({ SITE_URL: 'https://news.example' }).ALLOWED_HOSTS).toEqual([
    'news.example',
  ]);
  const both = { SITE_URL: 'https://news.example', ALLOWED_HOSTS: 'www.news.example, 10.0.0.7:80' };
  expect(readEnvironment(both).ALLOWED_HOSTS).toEqual([
    'news.example',
    'www.news.example',
    '10.0.0.7:80',
  ]);
});

test('mail needs a sender, and a secret is never repeated in a message', () => {
  const SMTP_URL = 'smtp://caliber:pass-of-the-mail@mail.example';
  expect(() => readEnvironment({ SMTP_URL })).toThrow(/MAIL_FROM is missing/);
  const MAIL_FROM = 'Caliber <news@site.example>';
  expect(readEnvironment({ SMTP_URL, MAIL_FROM })).toMatchObject({ SMTP_URL, MAIL_FROM });
  const wrong = {
    SMTP_URL: SMTP_URL.replace('smtp:', 'http:'),
    SECRET_KEY: 'short',
    MAIL_FROM: 'x',
  };
  expect(() => readEnvironment(wrong)).toThrow(/SMTP_URL is “…”[^]*MAIL_FROM is “x”/);
  expect(() => readEnvironment(wrong)).not.toThrow(/pass-of-the-mail|short”/);
});

test('a database may be silent for longer than a statement may take, or the setting is refused', () => {
  expect(() => readEnvironment({ DATABASE_STATEMENT_MS: '6000' })).toThrow(
    /DATABASE_SILENCE_MS is/,
  );
  expect(
    readEnvironment({ DATABASE_STATEMENT_MS: '6000', DATABASE_SILENCE_MS: '9000' }),
  ).toMatchObject({ DATABASE_POOL: 10, DATABASE_STATEMENT_MS: 6000 });
});
