import { expect, test } from 'vitest';
import { finishPage } from './finish-page.ts';
import { compileStyles } from './page-styles.ts';
import { hashOf } from './policy.ts';

/** What names the files that the framework's runtime begins with. */
const BEGINS =
  '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["static/chunks/a.js"],"runtimeModuleIds":[1]});';

/** A page in the form in which the framework's present version renders it. */
const PAGE =
  '<!DOCTYPE html><html lang="en"><head><link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>' +
  '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>' +
  '<script src="/_next/static/chunks/b.js" async=""></script><script>$RC("B:0","S:0")</script>' +
  '<script src="/_next/static/chunks/old.js" noModule=""></script></head><body><p>A &lt;script&gt; is named.</p>' +
  '<script type="application/ld+json">{"a":1}</script>' +
  `<script id="_R_">${BEGINS}</script>` +
  '<script src="/_next/static/chunks/a.js" async=""></script>' +
  '<script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"x"])</script></body></html>';
const scripts = { first: 'first()', main: 'main()', outdated: '', framework: ['$RC("'] };
const OWN = '$RC("B:0","S:0")';
const styles = { '/_next/static/chunks/a.css': compileStyles('p{margin:0}.none{margin:1px}') };
function finish(page: string, defers = true) {
  const options = { url: '/en/search?q=a&b', scripts, styles, defers };
  const { body, data, ...rest } = finishPage(Buffer.from(page), options);
  const html = body.toString();
  return { ...rest, html, data: data && { path: data.path, script: data.script.toString() } };
}

test('the runtime and its data are left out, named in their order, and the rest of the page stays', () => {
  const { html, data } = finish(PAGE);
  expect(html).not.toMatch(/<script src=|as="script"|__next_f|TURBOPACK/);
  expect(data?.script).toBe(
    `${BEGINS};\n(self.__next_f=self.__next_f||[]).push([0]);\nself.__next_f.push([1,"x"])`,
  );
  expect(html).toContain(
    `<script type="application/json" id="runtime">["${data?.path}?of=%2Fen%2Fsearch%3Fq%3Da%26b","/_next/static/chunks/a.css",` +
      '"/_next/static/chunks/b.js","/_next/static/chunks/a.js"]</script>',
  );
  expect(html).toContain('<p>A &lt;script&gt; is named.</p>');
  expect(html.endsWith('<script>main()</script></body></html>')).toBe(true);
});

test('the styles that a page needs are inlined and in its policy, and its sheets are deferred', () => {
  const { html, policy, isStyled } = finish(PAGE);
  expect(html).toContain('<head><script>first()</script><style>p{margin:0}</style><script>$RC(');
  expect(html).not.toContain('<link rel="stylesheet"');
  expect(policy).toContain(`style-src 'self' ${hashOf('p{margin:0}')}`);
  expect(isStyled).toBe(true);
});

test('letters of every script go through: in the page, its data, its scripts and its styles', () => {
  const page = PAGE.replace('named', 'անվանված').replace('"x"', '"ə — ж"').replace(OWN, '$RC("ё")');
  const { body, data, policy } = finishPage(Buffer.from(page), {
    url: '/hy',
    scripts: { ...scripts, first: 'first("«")', main: 'main("»")' },
    styles: { '/_next/static/chunks/a.css': compileStyles('p::before{content:"—"}') },
    defers: true,
  });
  const html = body.toString();
  for (const text of ['անվանված', '$RC("ё")', 'first("«")', 'main("»")', 'content:"—"'])
    expect(html).toContain(text);
  expect(data?.script.toString()).toContain('"ə — ж"');
  for (const text of ['$RC("ё")', 'first("«")', 'main("»")', 'p::before{content:"—"}'])
    expect(policy).toContain(hashOf(text));
});

test('a page with a sheet that is not known keeps its sheets', () => {
  const { html, isStyled } = finish(PAGE.replace('chunks/a.css', 'chunks/none.css'));
  expect(html).toContain('<link rel="stylesheet" href="/_next/static/chunks/none.css"');
  expect(isStyled).toBe(false);
});

test('the policy names every script that runs, and no other', () => {
  const { policy } = finish(PAGE);
  for (const script of [OWN, 'first()', 'main()']) expect(policy).toContain(hashOf(script));
  // Those, the speculation rules and the style.
  expect(policy.match(/'sha256-[^']+'/g)).toHaveLength(5);
  expect(policy).not.toMatch(/unsafe|nonce/);
  expect(policy).not.toContain(hashOf('{"a":1}'));
});

test('a page that is all for work loads the runtime at once, with its data hashed', () => {
  const { html, policy, data } = finish(PAGE, false);
  expect(data).toBeNull();
  expect(html.match(/<script src=/g)).toHaveLength(3);
  expect(html).not.toContain('id="runtime"');
  expect(policy).toContain(hashOf('self.__next_f.push([1,"x"])'));
});

test('a page with unknown hydration data keeps its scripts, and no unknown script runs', () => {
  const other = PAGE.replaceAll('__next_f', '__other');
  const { html, policy, data, foreign } = finish(other);
  expect(data).toBeNull();
  expect(html.match(/<script src=/g)).toHaveLength(3);
  expect(policy).not.toContain(hashOf('self.__other.push([1,"x"])'));
  expect(foreign).toHaveLength(2);
});

test.each([
  ['a script', '<script>alert(1)</script>'],
  ['one in letters of another size', '<SCRIPT>alert(1)</SCRIPT >'],
  ['one with an attribute', '<script type="module">alert(1)</script>'],
  ['one with a slash for a space', '<script/x>alert(1)</script>'],
  ['a file of another origin', '<script src="https://evil.example/x.js"></script>'],
  ['a file of ours that is no script of the build', '<script src="/media/x.jpg"></script>'],
  ['rules of what to fetch', '<script type="speculationrules">{"prerender":[]}</script>'],
  [
    'data for the framework, in the midst of the text',
    '<script>self.__next_f.push([1,"y"])</script>',
  ],
  ['code behind such data', '<script>self.__next_f.push([1,"y"]);alert(1)</script>'],
  ['one that is never closed', '<script>alert(1)'],
])('%s that was injected into a page is refused and reported', (_, injected) => {
  for (const defers of [true, false]) {
    const { policy, data, foreign } = finish(PAGE.replace('<p>A', `${injected}<p>A`), defers);
    const text = injected.replace(/^<[^>]*>|<[^>]*>$/g, '');
    expect(policy).not.toContain(hashOf(text));
    expect(data?.script ?? '').not.toMatch(/alert|"y"/);
    expect(foreign[0]).toContain(injected.slice(0, 30));
  }
});

test('a style that was brought into a page is not named', () => {
  const { policy } = finish(PAGE.replace('<p>A', '<style>body{display:none}</style><p>A'));
  expect(policy).not.toContain(hashOf('body{display:none}'));
});

test('an incomplete page is sent unchanged, and no script in it runs', () => {
  for (const html of [PAGE.slice(0, -20), '<p>plain</p>']) {
    const page = finish(html);
    expect(page.html).toBe(html);
    expect(page.policy).toContain("default-src 'none'");
  }
});
