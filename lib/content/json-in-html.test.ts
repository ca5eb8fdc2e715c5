import { parse } from 'node-html-parser';
import { expect, test } from 'vitest';
import { jsonInHtml } from './json-in-html.ts';

const HOSTILE = [
  'A </script><script>alert(1)</script> headline',
  '<!-- <script> -->',
  '</SCRIPT >',
  ']]>&lt;&amp;',
  'line\u2028and\u2029paragraph',
  '"quoted" \\ back',
];

test.each(HOSTILE)('the script that holds %j ends where it should and reads as it was', (text) => {
  const json = jsonInHtml({ headline: text });
  expect(json).not.toMatch(/[<>&\u2028\u2029]/);
  const page = parse(`<script type="application/ld+json">${json}</script><p>after</p>`);
  expect(page.querySelectorAll('script')).toHaveLength(1);
  expect(page.querySelector('p')?.text).toBe('after');
  expect(JSON.parse(json)).toEqual({ headline: text });
});
