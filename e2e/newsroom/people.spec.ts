import { joinAs, PASSWORD } from '../support/newsroom.ts';
import { expect, test } from '../support/test.ts';

test('somebody is invited by a link, made an editor, shut out and let in again', async ({
  page,
  browser,
}) => {
  await joinAs(page.request, 'editor-in-chief');
  const name = `Lena ${Date.now().toString(36)}`;
  const email = `${name.toLowerCase().replace(' ', '.')}@desk.example`;
  await page.goto('/en/newsroom/people');
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  const mail = page.getByLabel('E-mail');
  await expect(mail).toBeFocused();
  await expect(mail).toHaveAccessibleDescription('Fill this in.');
  await mail.fill('lena');
  await page.keyboard.press('Enter');
  await expect(mail).toHaveAccessibleDescription('This is not an e-mail address.');
  await mail.fill(email);
  const invitation = page.locator('section').filter({ hasText: 'Language of the invitation' });
  await invitation.getByLabel('Name').fill(name);
  await invitation.getByRole('checkbox', { name: 'Русский' }).check();
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  const link = (await invitation.locator('output').textContent()) ?? '';
  const row = page.getByRole('listitem').filter({ hasText: email });
  await expect(row).toContainText('invited');
  await expect(row).toContainText('Русский');
  await mail.fill(email);
  await invitation.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await expect(mail).toHaveAccessibleDescription(/already on the list/);

  const context = await browser.newContext();
  const lena = await context.newPage();
  await lena.goto(link);
  await lena.getByLabel('New password').fill(PASSWORD);
  await lena.getByRole('button').click();
  await expect(lena.getByRole('heading', { name: 'Desk' })).toBeVisible();
  const isIn = async () =>
    (await context.request.get('/en/newsroom', { maxRedirects: 0 })).status() === 200;

  await page.reload();
  const opener = row.locator('summary');
  await opener.focus();
  await page.keyboard.press('Enter');
  await row.getByLabel('Role').selectOption('editor');
  await row.getByRole('checkbox', { name: 'Русский' }).uncheck();
  await row.getByRole('button', { name: 'Save' }).click();
  await expect(row.getByText('Saved.')).toBeVisible();
  await expect(row.getByRole('paragraph').filter({ hasText: 'all languages' })).toContainText(
    'editor',
  );
  await row.getByRole('button', { name: 'Block' }).click();
  await expect(row.getByText('blocked')).toBeVisible();
  await expect.poll(isIn).toBe(false);
  await row.getByRole('button', { name: 'Unblock' }).click();
  await expect(row.getByText('active', { exact: true })).toBeVisible();
  await row.getByRole('button', { name: 'Make a new link' }).click();
  await expect(row.locator('output')).toContainText('/newsroom/join/');
  await context.close();
});

test('nobody shuts themselves out', async ({ page }) => {
  const email = await joinAs(page.request, 'editor-in-chief');
  await page.goto('/hy/newsroom/people');
  const own = page.getByRole('listitem').filter({ hasText: email });
  await own.locator('summary').click();
  await expect(own.getByRole('button', { name: 'Պահպանել' })).toBeVisible();
  await expect(own.getByRole('button', { name: 'Փակել մուտքը' })).toHaveCount(0);
});
