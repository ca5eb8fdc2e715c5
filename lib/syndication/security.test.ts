import { expect, test } from 'vitest';
import { writeSecurity } from './security.ts';

const now = new Date('2026-11-27T10:00:00Z');
const fieldsOf = (text: string) =>
  Object.fromEntries(
    text
      .trim()
      .split('\n')
      .map((line) => line.split(/: (.*)/, 2)),
  );

test('security.txt has what RFC 9116 demands, and ends within a year', () => {
  const fields = fieldsOf(writeSecurity('https://news.example', { email: 'a@b.example' }, now));
  expect(fields['Contact']).toBe('mailto:a@b.example');
  expect(fields['Canonical']).toBe('https://news.example/.well-known/security.txt');
  const days = (Date.parse(fields['Expires'] ?? '') - now.getTime()) / 86_400_000;
  expect(days).toBeGreaterThan(150);
  expect(days).toBeLessThan(365);
});

test('a publication with an address for holes in its security names that one', () => {
  const contact = { email: 'a@b.example', securityEmail: 'holes@b.example' };
  expect(writeSecurity('https://news.example', contact, now)).toContain(
    'Contact: mailto:holes@b.example\n',
  );
});
