import { expect, test } from 'vitest';
import { compileStyles, stylesFor } from './page-styles.ts';

const SHEET =
  '@layer base,own;@font-face{font-family:N;src:url(/fonts/a.woff2)}:root{--ink:#111}' +
  '.a_card{color:red}.a_card .a_title{color:blue}.b_open,.a_card:hover{margin:0}' +
  '@media (width>=48rem){.a_card{padding:0}.b_open{padding:1px}}@media print{.b_open{display:none}}' +
  '@keyframes turn{from{opacity:0}to{opacity:1}}.c_list:not(.b_open)>li[class~=".b_open"]{gap:0}';
const styles = { '/a.css': compileStyles(SHEET), '/b.css': compileStyles('p{margin:0}') };
const of = (html: string, sheets = ['/a.css']) => stylesFor(html, sheets, styles);

test('a page gets the rules whose classes it has, and what needs no class', () => {
  expect(of('<p class="x a_card"></p>')).toBe(
    '@layer base,own;@font-face{font-family:N;src:url(/fonts/a.woff2)}:root{--ink:#111}' +
      '.a_card{color:red}.b_open,.a_card:hover{margin:0}@media (width>=48rem){.a_card{padding:0}}' +
      '@keyframes turn{from{opacity:0}to{opacity:1}}',
  );
});

test('a class that a selector only excludes is not asked for', () => {
  expect(of('<ul class="c_list"></ul>')).toContain('.c_list:not(.b_open)>li');
});

test('sheets keep their order', () => {
  const css = of('<p></p>', ['/b.css', '/a.css']);
  expect(css?.startsWith('p{margin:0}@layer')).toBe(true);
});

test('a sheet that is not known leaves the page as it is', () => {
  expect(of('<p></p>', ['/a.css', '/none.css'])).toBeNull();
});

test('no style sheet can close its element', () => {
  const odd = { '/odd.css': compileStyles('p::after{content:"</style>"}') };
  expect(stylesFor('<p></p>', ['/odd.css'], odd)).toBe('p::after{content:"\\3c /style>"}');
});
