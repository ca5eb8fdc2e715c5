import { inviteFromTerminal, joinAs, begin, change, PASSWORD } from '../support/newsroom.ts';
import { expect, test } from '../support/test.ts';

/** Milliseconds within which readers see what was published, and by which a schedule may be late. */
const SOON = 1500;
const LATE = 5000;
/** Sets the headlines of one run apart from those of another on the same data. */
const RUN = Date.now().toString(36);

test('an editor-in-chief joins by the link, writes, shows a guest, publishes, changes and withdraws', async ({
  page,
  browser,
}) => {
  const { email, path } = inviteFromTerminal('editor-in-chief');
  await page.goto(path);
  await page.getByLabel(/New password/).fill(PASSWORD);
  await page.getByRole('button', { name: 'Set the password and sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Desk' })).toBeVisible();

  await page.getByText('New article').click();
  const creation = page.locator('form').filter({ hasText: 'Begin' });
  await creation.getByLabel('Headline').fill(`The lighthouse keeps time ${RUN}`);
  await creation.getByLabel('Category').selectOption('sport');
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.waitForURL(/\/article\/\d+$/);
  await page.getByLabel('Standfirst').fill('A lamp, a clock and a keeper');
  await page.getByRole('textbox', { name: 'Body' }).click();
  await page.keyboard.type('It **blinks** at night.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('<b>raw</b>');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/Saved as revision \d/)).toBeVisible();

  await page.getByRole('button', { name: 'Make a link' }).click();
  const link = (await page.locator('output').textContent()) ?? '';
  const guest = await browser.newContext();
  const seen = await guest.newPage();
  const shown = await seen.goto(new URL(link).pathname);
  const headers = shown?.headers() ?? {};
  expect(headers['cache-control']).toContain('no-store');
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(headers['x-robots-tag']).toContain('noindex');
  await expect(seen.getByText('This is a draft')).toBeVisible();
  await expect(seen.getByRole('heading', { level: 1 })).toHaveText(
    `The lighthouse keeps time ${RUN}`,
  );
  await expect(seen.locator('strong').filter({ hasText: /^blinks$/ })).toBeVisible();

  const address = `/en/post/the-lighthouse-keeps-time-${RUN}`;
  expect((await guest.request.get(address)).status()).toBe(404);
  await page.getByRole('button', { name: 'Publish now' }).click();
  await expect(page.getByRole('link', { name: 'As readers see it' })).toBeVisible();
  for (const place of [address, '/en', '/en/category/sport']) {
    await expect
      .poll(async () => (await guest.request.get(place)).text(), { timeout: SOON })
      .toContain(`The lighthouse keeps time ${RUN}`);
  }

  await page.getByLabel('Headline').fill(`The lighthouse keeps good time ${RUN}`);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('link', { name: 'Published and current' }).click();
  await expect(page.locator('ins').first()).toHaveText(/good/);
  await page.getByRole('link', { name: 'Back to the article' }).click();
  expect(await (await guest.request.get(address)).text()).not.toContain('keeps good time');
  await page.getByRole('button', { name: 'Publish the changes' }).click();
  await expect
    .poll(async () => (await guest.request.get(address)).text())
    .toContain('keeps good time');

  await page.getByLabel('Reason, for the newsroom').fill('It was the clock');
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await expect(page.getByText('Withdrawn: It was the clock')).toBeVisible();
  await expect.poll(async () => (await guest.request.get(address)).status()).toBe(410);

  await page.locator('summary', { hasText: 'A editor-in-chief' }).click();
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Wrong e-mail or password.')).toBeVisible();
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(
    page.getByRole('link', { name: `The lighthouse keeps good time ${RUN}` }),
  ).toBeVisible();
  await guest.close();
});

test('a schedule is kept within five seconds, in front of readers who have the page already', async ({
  request,
}) => {
  await joinAs(request, 'editor');
  const id = await begin(request, `On the stroke ${RUN}`);
  expect(await (await request.get('/en')).text()).not.toContain(`On the stroke ${RUN}`);
  const at = new Date(Date.now() + 2000);
  await change(request, `articles/${id}/schedule`, { version: 1, at: at.toISOString() });
  expect((await request.get(`/en/post/on-the-stroke-${RUN}`)).status()).toBe(404);
  for (const path of [`/en/post/on-the-stroke-${RUN}`, '/en'])
    await expect
      .poll(async () => (await request.get(path)).text(), { timeout: 2000 + LATE })
      .toContain(`On the stroke ${RUN}`);
  await change(request, `articles/${id}/withdraw`, { reason: 'End of the test' });
});

test('a reporter writes and hands over, and finds no way to publish', async ({ page }) => {
  await joinAs(page.request, 'reporter');
  const id = await begin(page.request, 'By a reporter');
  await page.goto(`/en/newsroom/article/${id}`);
  await expect(page.getByRole('button', { name: 'Publish now' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Send to review' }).click();
  await expect(page.getByText('In review').first()).toBeVisible();
  expect((await page.request.get('/en/newsroom/people')).status()).toBe(404);
  await expect(change(page.request, `articles/${id}/publish`, { version: 1 })).rejects.toThrow(
    /403/,
  );
});
