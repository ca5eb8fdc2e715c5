/** Every page is valid HTML, and has one headline of its own. */
import { nuComplaints, validatorComplaints, type Page } from '../support/html.ts';
import { expect, test } from '../support/walk.ts';

/** Pages that no link leads to, and that are made for each who asks. */
const UNLINKED = [
  '/en/search',
  '/hy/search?q=%D5%B6%D5%A1%D5%BE%D5%A1%D5%B0%D5%A1%D5%B6%D5%A3%D5%AB%D5%BD%D5%BF',
  '/ru/search?q=none-such',
  '/az/none',
  '/en/post/none',
  '/fr',
  '/en/newsroom/sign-in',
];

/** Each has an error that browsers tolerate: a checker that does not report it checks nothing. */
const WRONG: Page[] = [
  '<p id=a>1</p><p id=a>2</p>',
  '<p><div>A block in a paragraph</div></p>',
  '<img src="a.png">',
  '<ul><p>No item</p></ul>',
].map((body, index) => ({
  path: `wrong ${index}`,
  html: `<!doctype html><html lang="en"><head><title>A</title></head><body><h1>A</h1>${body}</body></html>`,
}));

test('the Nu checker finds nothing on any page, and would', async ({ walk, request }) => {
  test.slow();
  const unlinked = await Promise.all(
    UNLINKED.map(async (path) => ({ path, html: await (await request.get(path)).text() })),
  );
  const complaints = await nuComplaints([...walk.pages, ...unlinked, ...WRONG]);
  expect(complaints.filter((line) => !line.startsWith('wrong'))).toEqual([]);
  for (const { path } of WRONG)
    expect(complaints.find((line) => line.startsWith(path))).toBeDefined();
});

test('html-validate finds nothing on any page, and would', async ({ walk, request }) => {
  test.slow();
  expect(await validatorComplaints(walk.pages)).toEqual([]);
  for (const path of UNLINKED) {
    const html = await (await request.get(path)).text();
    expect(await validatorComplaints([{ path, html }])).toEqual([]);
  }
  for (const page of WRONG) expect(await validatorComplaints([page])).not.toEqual([]);
});

test('a page has one first headline, and goes down by no more than one step', ({ walk }) => {
  for (const page of walk.pages) {
    const levels = page.document
      .querySelectorAll('h1, h2, h3, h4, h5, h6')
      .map(({ tagName }) => Number(tagName.slice(1)));
    expect([page.path, levels.filter((level) => level === 1).length]).toEqual([page.path, 1]);
    for (const [index, level] of levels.entries())
      expect(level - (levels[index - 1] ?? level), page.path).toBeLessThanOrEqual(1);
  }
});
