import type { Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { atTerminal, inviteFromTerminal, joinAs, PASSWORD } from '../support/newsroom.ts';
import { expect, test } from '../support/test.ts';

/** What the owner's app shows now. */
const shown = (key: string) => new TOTP({ secret: Secret.fromBase32(key) }).generate();

const part = (page: Page, name: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name, level: 2 }) });

async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto('/en/newsroom/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('a second factor is set up by its key, asked for at the door, and turned off again', async ({
  page,
}) => {
  const email = await joinAs(page.request, 'reporter');
  await page.goto('/en/newsroom/account');
  const factor = part(page, 'Second factor');
  await factor.getByLabel('Password').fill('not the password');
  await factor.getByRole('button', { name: 'Set up' }).click();
  await expect(factor.getByLabel('Password')).toHaveAccessibleDescription('Wrong password.');
  await factor.getByLabel('Password').fill(PASSWORD);
  await factor.getByRole('button', { name: 'Set up' }).click();
  await expect(factor.getByRole('img', { name: 'QR code of the key' })).toBeVisible();
  const key = (await factor.locator('output').textContent()) ?? '';
  await factor.getByLabel('Code from the app').fill('000000');
  await factor.getByRole('button', { name: 'Turn on' }).click();
  await expect(factor.getByLabel('Code from the app')).toHaveAccessibleDescription(/code is wrong/);
  const code = shown(key);
  await factor.getByLabel('Code from the app').fill(code);
  await factor.getByRole('button', { name: 'Turn on' }).click();
  await expect(factor.getByRole('listitem')).toHaveCount(10);
  const codes = await factor.getByRole('listitem').allTextContents();
  expect(new Set(codes).size).toBe(10);
  await factor.getByRole('button', { name: 'I have saved them' }).click();
  await expect(factor.getByText('10 recovery codes are left')).toBeVisible();

  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await page.waitForURL(/sign-in$/);
  await signIn(page, email);
  await expect(page.getByLabel('Code')).toBeFocused();
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByLabel('Code')).toHaveAccessibleDescription(/already used/);
  await page.getByLabel('Code').fill((codes[0] ?? '').toLowerCase());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Desk' })).toBeVisible();

  await page.goto('/en/newsroom/account');
  await expect(factor.getByText('9 recovery codes are left')).toBeVisible();
  await factor.getByLabel('Password').fill(PASSWORD);
  await factor.getByRole('button', { name: 'Turn off' }).click();
  await expect(factor.getByRole('button', { name: 'Set up' })).toBeVisible();
  await page.request.delete('/api/newsroom/session');
  await page.context().clearCookies();
  await signIn(page, email);
  await expect(page.getByRole('heading', { name: 'Desk' })).toBeVisible();
});

test('sessions are listed and ended, and a new password ends them all but one’s own', async ({
  page,
  browser,
}) => {
  const email = await joinAs(page.request, 'reporter');
  const contexts = await Promise.all([browser.newContext(), browser.newContext()]);
  const [phone, tablet] = await Promise.all(contexts.map((context) => context.newPage()));
  if (!phone || !tablet) throw new Error('There is no second browser.');
  const isIn = async (other: Page) =>
    (await other.request.get('/en/newsroom', { maxRedirects: 0 })).status() === 200;
  for (const other of [phone, tablet]) {
    await signIn(other, email);
    await expect(other.getByRole('heading', { name: 'Desk' })).toBeVisible();
  }
  await page.goto('/en/newsroom/account');
  const rows = part(page, 'Where you are signed in').getByRole('row');
  await expect(rows).toHaveCount(4);
  await rows.getByRole('button').first().click();
  await expect(rows).toHaveCount(3);
  expect([await isIn(phone), await isIn(tablet)].sort()).toEqual([false, true]);

  const passwords = part(page, 'Change the password');
  await passwords.getByLabel('Current password').fill(PASSWORD);
  await passwords.getByLabel('New password').fill('short');
  await passwords.getByRole('button').click();
  await expect(passwords.getByLabel('New password')).toBeFocused();
  await expect(passwords.getByLabel('New password')).toHaveAccessibleDescription(
    /At least 12 characters; so far there are 5/,
  );
  await passwords.getByLabel('New password').fill('password1234');
  await passwords.getByRole('button').click();
  await expect(passwords.getByText('Guessers try this password early.')).toBeVisible();
  await passwords.getByLabel('New password').fill('another fine pass');
  await passwords.getByRole('button').click();
  await expect(page.getByText('every other device is signed out')).toBeVisible();
  expect([await isIn(phone), await isIn(tablet), await isIn(page)]).toEqual([false, false, true]);
  await expect(rows).toHaveCount(2);
  await Promise.all(contexts.map((context) => context.close()));
});

test('who lost app and codes comes in by an operator’s link', async ({ page }) => {
  const { email, path } = inviteFromTerminal('reporter');
  await page.goto(path);
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button').click();
  await expect(page.getByRole('heading', { name: 'Desk' })).toBeVisible();
  await page.goto('/en/newsroom/account');
  const factor = part(page, 'Second factor');
  await factor.getByLabel('Password').fill(PASSWORD);
  await factor.getByRole('button', { name: 'Set up' }).click();
  const key = (await factor.locator('output').textContent()) ?? '';
  await factor.getByLabel('Code from the app').fill(shown(key));
  await factor.getByRole('button', { name: 'Turn on' }).click();
  await expect(factor.getByRole('listitem')).toHaveCount(10);

  expect(atTerminal(['list'])).toMatch(new RegExp(`${email}.*active\\tsecond factor`));
  const linkOf = (...options: string[]) =>
    /\/en\/newsroom\/join\/\S+/.exec(atTerminal(['link', email, ...options]))?.[0] ?? '';
  const use = async (link: string) => {
    await page.goto(link);
    await page.getByLabel('New password').fill(PASSWORD);
    await page.getByRole('button').click();
  };
  // A link alone sets a password and opens nothing.
  await use(linkOf());
  await page.waitForURL(/sign-in$/);
  await use(linkOf('--without-second-factor'));
  await expect(page.getByRole('heading', { name: 'Desk' })).toBeVisible();
  atTerminal(['disable', email]);
  expect((await page.request.get('/en/newsroom', { maxRedirects: 0 })).status()).toBe(307);
});
