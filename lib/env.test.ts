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
