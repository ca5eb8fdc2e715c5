import type { Page } from '@playwright/test';
import { HOSTILE_HTML } from '../../lib/content/testing/hostile-html.ts';
import { watchForHarm } from '../support/hostile.ts';
import { begin, change, joinAs, OWN_PAGE } from '../support/newsroom.ts';
import { expect, test } from '../support/test.ts';
import { LEAD, pathOf } from '../../scripts/testing/edition/stories.ts';

/** Sets the headlines of one run apart from those of another on the same data. */
const RUN = Date.now().toString(36);

const body = (page: Page) => page.getByRole('textbox', { name: 'Body' });
const tool = (page: Page, name: string) =>
  page.getByRole('toolbar', { name: 'Text tools' }).getByRole('button', { name, exact: true });

/** Opens an article of one’s own, with the cursor in its text. */
async function open(page: Page, headline: string): Promise<number> {
  const id = await begin(page.request, headline);
  await page.goto(`/en/newsroom/article/${id}`);
  await body(page).click();
  return id;
}

/** Pastes as a browser does, with what a programme puts onto the clipboard. */
async function paste(page: Page, data: Record<string, string>): Promise<void> {
  await body(page).evaluate((element, parts) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(parts)) clipboardData.setData(type, text);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, data);
}

test('a story is linked by its words, words are found and replaced, marks are typeset, and all by keys', async ({
  page,
}) => {
  await joinAs(page.request, 'editor-in-chief');
  await open(page, `Keys alone ${RUN}`);
  await page.keyboard.type('He said "the ferry" was late... The ferry -- again.');
  await expect(body(page)).toContainText('He said “the ferry” was late… The ferry — again.');
  await expect(page.getByText('9 words, 48 characters')).toBeVisible();

  await page.keyboard.press('Control+f');
  const find = page.getByRole('region', { name: 'Find and replace' });
  await expect(find.getByLabel('Find')).toBeFocused();
  await page.keyboard.type('the ferry');
  await expect(find.getByText('1 of 2')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(find.getByText('2 of 2')).toBeVisible();
  await find.getByLabel('Match case').check();
  await expect(find.getByText('1 of 1')).toBeVisible();
  await find.getByLabel('Match case').uncheck();
  await find.getByLabel('Replace with').fill('The boat');
  await find.getByRole('button', { name: 'Replace all' }).click();
  await expect(find.getByText('2 replacements')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(find).toHaveCount(0);
  await expect(body(page)).toBeFocused();
  await expect(body(page)).toContainText('“The boat” was late… The boat — again.');
  await page.keyboard.press('Control+z');
  await expect(body(page)).toContainText('“the ferry” was late… The ferry — again.');

  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+k');
  const link = page.getByRole('region', { name: 'Link' });
  await page.keyboard.type('reopening quarry');
  const target = link.getByRole('button', { name: /Why Veldar is reopening/ });
  await expect(target).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(body(page).getByRole('link', { name: /Why Veldar is reopening/ })).toHaveAttribute(
    'href',
    pathOf(LEAD, 'en'),
  );
  await page.keyboard.press('Enter');
  await page.keyboard.type('plain');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('javascript:alert(1)');
  await page.keyboard.press('Enter');
  await expect(link.getByText('This is not an address')).toBeVisible();
  await link.getByLabel(/An address/).fill('site.example/harbour');
  await page.keyboard.press('Enter');
  await expect(body(page).getByRole('link', { name: 'plain' })).toHaveAttribute(
    'href',
    'https://site.example/harbour',
  );

  await page.keyboard.press('Control+/');
  const keys = page.getByRole('region', { name: 'Keyboard shortcuts' });
  await expect(keys.getByText('Ctrl + Alt + 2')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Alt+2');
  await page.keyboard.type('A heading');
  await expect(body(page).getByRole('heading', { level: 2, name: 'A heading' })).toBeVisible();
});

test('what Google Docs and Word put on the clipboard comes out clean, and an address becomes a post', async ({
  page,
}) => {
  await joinAs(page.request, 'reporter');
  await open(page, `Pasted ${RUN}`);
  await paste(page, {
    'text/plain': 'Tide',
    'text/html':
      '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr" style="line-height:1.38"><span style="font-size:16pt">The tide</span></h2>' +
      '<p dir="ltr"><span style="font-weight:700">Strong</span><span> and </span><span style="font-style:italic">slanted</span></p></b>',
  });
  await expect(body(page).getByRole('heading', { level: 2, name: 'The tide' })).toBeVisible();
  await expect(body(page).locator('strong')).toHaveText('Strong');
  await expect(body(page).locator('em')).toHaveText('slanted');
  await page.keyboard.press('Enter');
  const item = (text: string, mark: string) =>
    `<p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">${mark}<span>&nbsp;</span></span>${text}<o:p></o:p></p>`;
  await paste(page, {
    'text/plain': 'one two',
    'text/html': `<html xmlns:o="urn:o"><body><!--StartFragment-->${item('First pier', '1.')}${item('Second pier', '2.')}<!--EndFragment--></body></html>`,
  });
  await expect(body(page).getByRole('listitem')).toHaveText(['First pier', 'Second pier']);
  expect(await body(page).innerHTML()).not.toMatch(
    /Mso|mso-|style=|<span[^>]*font|<o:p|docs-internal/,
  );
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await paste(page, { 'text/plain': 'https://www.youtube.com/watch?v=abcdefghijk' });
  await expect(body(page).getByText('Show the post from YouTube')).toBeVisible();
  await paste(page, { 'text/html': '<p>Seen<img src="https://site.example/a.jpg"></p>' });
  await expect(page.getByText('1 picture was left out')).toBeVisible();
});

test('two pictures of the library become a gallery', async ({ page }) => {
  await joinAs(page.request, 'editor-in-chief');
  await open(page, `Gallery ${RUN}`);
  const picker = page.getByRole('region', { name: 'Choose a picture' });
  const pictures = picker.getByRole('list').last().getByRole('button');
  await tool(page, 'Picture').click();
  await pictures.first().click();
  const image = body(page).locator('figure img');
  await expect(image).toHaveCount(1);
  await image.click();
  await tool(page, 'Picture').click();
  await pictures.nth(1).click();
  await expect(body(page).locator('[data-gallery] figure')).toHaveCount(2);
});

test('no hostile HTML runs: not pasted, not sent, not in the preview, not at readers', async ({
  page,
}) => {
  const harm = await watchForHarm(page);
  await joinAs(page.request, 'editor-in-chief');
  const id = await open(page, `Hostile ${RUN}`);
  for (const html of HOSTILE_HTML) {
    await paste(page, { 'text/html': html, 'text/plain': 'plain' });
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
  }
  await paste(page, {
    'application/x-caliber-text': JSON.stringify({
      content: [
        {
          type: 'paragraph',
          content: [
            {
              type: 'text',
              text: 'own',
              marks: [{ type: 'link', attrs: { href: 'javascript:hacked()' } }],
            },
          ],
        },
      ],
    }),
    'text/plain': 'the end of it',
  });
  await expect(body(page)).toContainText('the end of it');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/Saved as revision \d/)).toBeVisible();

  // What never passed the editor.
  const stands = (await (await page.request.get(`/api/newsroom/articles/${id}`)).json()) as {
    version: number;
    draft: { body: unknown };
  };
  const link = (href: string) => ({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href } }] }],
      },
    ],
  });
  const embed = (url: string) => ({
    type: 'doc',
    content: [{ type: 'embed', attrs: { provider: 'youtube', url } }],
  });
  for (const hostile of [
    link('javascript:hacked()'),
    link('data:text/html,<script>hacked()</script>'),
    embed('javascript:hacked()'),
    embed('https://evil.example/watch?v=abcdefghijk'),
    { type: 'doc', content: [{ type: 'script', content: [{ type: 'text', text: 'hacked()' }] }] },
    { type: 'doc', content: [{ type: 'html', attrs: { html: '<script>hacked()</script>' } }] },
  ]) {
    const answer = await page.request.post(`/api/newsroom/articles/${id}/save`, {
      headers: OWN_PAGE,
      data: { version: stands.version, draft: { ...stands.draft, body: hostile } },
    });
    expect([JSON.stringify(hostile), answer.status()]).toEqual([JSON.stringify(hostile), 422]);
  }

  await page.goto(`/en/newsroom/article/${id}/preview/page?version=${stands.version}`);
  await expect(page.getByText('the end of it')).toBeVisible();
  await change(page.request, `articles/${id}/publish`, { version: stands.version });
  await page.goto(`/en/post/hostile-${RUN}`);
  await expect(page.getByText('the end of it')).toBeVisible();
  // What waits to be pressed is pressed: every link and button of the text.
  for (const element of await page.locator('article').getByRole('link').all())
    expect(await element.getAttribute('href')).toMatch(/^(https?:|mailto:|\/|#)/);
  await page.locator('main').hover();
  await page.keyboard.press('Tab');
  expect(harm).toEqual({ ran: [], refused: [] });
  await change(page.request, `articles/${id}/withdraw`, { reason: 'End of the test' });
});
