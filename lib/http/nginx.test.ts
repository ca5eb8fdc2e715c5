import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const conf = readFileSync('deploy/nginx.conf', 'utf8');

/** A `map` of deploy/nginx.conf as nginx applies it: the first expression that fits, else the default. */
function mapOf(variable: string) {
  const block = new RegExp(`^map \\S+ \\$${variable} \\{\\n([\\s\\S]*?)^\\}`, 'm').exec(conf)?.[1];
  const rules = [...(block ?? '').matchAll(/^ *"~(\*?)(.*)" +"?([^";]*)"?;$/gm)].map(
    ([, star, expression = '', value = '']) =>
      [new RegExp(expression, star ? 'i' : ''), value] as const,
  );
  expect(rules.length).toBeGreaterThan(0);
  return (text: string) => {
    for (const [expression, value] of rules) {
      const found = expression.exec(text);
      if (found) return value.replace(/\$\{(\w+)\}/g, (_, name) => found.groups?.[name] ?? '');
    }
    return null;
  };
}

test.each([
  ['br', 'br'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, br;q=0.5', 'br'],
  ['br;q=0', null],
  ['br; q=0.000, gzip', 'gzip'],
  ['gzip;q=0', null],
  ['xbr', null],
  ['', null],
])('nginx asks for a page as whoever takes “%s” can read it', (accepted, coding) => {
  expect(mapOf('caliber_coding')(accepted)).toBe(coding);
});

test.each([
  ['/en/newsroom/join/ToKen?a=b', '/en/newsroom/join/...'],
  ['/en/preview/ToKen', '/en/preview/...'],
  ['//EN//Preview//ToKen/', '//EN//Preview//...'],
  ['/en/preview%2fToKen', '/en/preview%2f...'],
  ['/en/pre%76iew/ToKen', '(escaped)'],
  ['/en/newsroom/article/7/preview', null],
  ['/en/search?q=%41', null],
])('nginx logs %s without what lets one in', (address, logged) => {
  expect(mapOf('caliber_logged')(address)).toBe(logged);
});

test('nginx bounds what one address asks for, and logs in the format that masks', () => {
  expect(conf).toMatch(/^ +limit_req +zone=/m);
  expect(conf).toMatch(/^ +limit_conn +caliber_open \d+;/m);
  expect(conf).toMatch(/^ +access_log \S+ caliber;/m);
});
