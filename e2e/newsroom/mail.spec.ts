/** Invitations and forgotten passwords by a real mail server, and what becomes of them when it fails. */
import type { Page } from '@playwright/test';
import { inviteTo, PASSWORD } from '../support/newsroom.ts';
import { startMailServer, startSilentServer } from '../support/mail-server.ts';
import { PORT } from '../support/portal.ts';
import { startSecondPortal } from '../support/second-portal.ts';
import { expect, test } from '../support/test.ts';

const OFFSET = 60;
const REFUSED = 'refused@desk.example';

/** What an invitation begins with, by the language that is chosen for it. */
const INVITED = { en: 'You are invited', ru: 'Вас приглашают', hy: 'Ձեզ հրավիրում են', az: 'Sizi' };

const invitationOf = (page: Page) =>
  page.locator('section').filter({ hasText: 'Language of the invitation' });

async function invite(page: Page, person: { email: string; name: string; locale?: string }) {
  const invitation = invitationOf(page);
  await invitation.getByLabel('E-mail').fill(person.email);
  await invitation.getByLabel('Name').fill(person.name);
  if (person.locale)
    await invitation.getByLabel('Language of the invitation').selectOption(person.locale);
  await invitation.getByRole('button', { name: 'Invite somebody' }).click();
}

/** The link that the page shows where no mail server takes the invitation. */
const linkOf = async (page: Page) =>
  (await invitationOf(page).locator('output').textContent()) ?? '';

/** Asks in Azerbaijani for a new password. */
async function forget(page: Page, site: string, email: string) {
  await page.goto(`${site}/az/newsroom/sign-in`);
  await page.getByRole('link', { name: 'Parolu unutmusunuz?' }).click();
  await page.getByLabel('E-poçt').fill(email);
  await page.getByRole('button', { name: 'Keçidi göndər' }).click();
  await expect(page.getByText('Bu e-poçtla hesab varsa')).toBeVisible();
}

test('a link goes by mail in the language chosen; one that no server takes is shown', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const mailPort = PORT + OFFSET + 1;
  const mail = await startMailServer(mailPort, REFUSED);
  const portal = await startSecondPortal(OFFSET, {
    SMTP_URL: mail.url,
    MAIL_FROM: 'The desk <newsroom@desk.example>',
  });
  const { path, email } = inviteTo(
    { DATA_DIR: portal.dataDir, SITE_URL: portal.site },
    'editor-in-chief',
  );
  await page.goto(portal.site + path);
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button').click();
  await expect(page.getByRole('heading', { name: 'Desk' })).toBeVisible();

  await page.goto(`${portal.site}/en/newsroom/people`);
  for (const [locale, said] of Object.entries(INVITED)) {
    await invite(page, { email: `${locale}@desk.example`, name: 'Lena, née O’Hara', locale });
    await expect(page.getByText(`on its way to ${locale}@desk.example`)).toBeVisible();
    const letter = mail.letters.at(-1) ?? '';
    expect(letter).toContain(said);
    expect(letter).toMatch(new RegExp(`${portal.site}/${locale}/newsroom/join/[\\w-]{43}`));
    expect(letter).toContain('From: The desk <newsroom@desk.example>');
    expect(letter).toContain(`${locale}@desk.example>`);
    expect(letter).toMatch(/^Auto-Submitted: auto-generated/m);
  }
  await invite(page, { email: REFUSED, name: 'Lena, née O’Hara', locale: 'en' });
  await expect(invitationOf(page).getByText('refused the message')).toBeVisible();
  expect((await page.request.get(await linkOf(page))).status()).toBe(200);

  // One answer, whether there is such an account or not; a letter only where there is.
  const context = await page.context().browser()?.newContext();
  const door = await context?.newPage();
  if (!context || !door) throw new Error('There is no second browser.');
  const taken = mail.letters.length;
  for (const address of ['nobody@desk.example', email]) await forget(door, portal.site, address);
  await expect.poll(() => mail.letters.length).toBe(taken + 1);
  expect(mail.letters.at(-1)).toContain('bir saat');
  const reset = /http\S+\/az\/newsroom\/join\/[\w-]{43}/.exec(mail.letters.at(-1) ?? '')?.[0] ?? '';
  await door.goto(reset);
  await door.getByLabel('Yeni parol').fill('another fine pass');
  await door.getByRole('button').click();
  await door.waitForURL(/newsroom$/);
  // Whoever held the old password's session is out.
  expect((await page.request.get(`${portal.site}/en/newsroom`, { maxRedirects: 0 })).status()).toBe(
    307,
  );

  await mail.stop();
  await door.goto(`${portal.site}/en/newsroom/people`);
  const inviteAgain = async (address: string) => {
    await invite(door, { email: address, name: 'Late' });
    await expect(invitationOf(door).getByText(`link to Late`)).toBeVisible();
    return linkOf(door);
  };
  const gone = await inviteAgain('gone@desk.example');
  const silent = await startSilentServer(mailPort);
  await invitationOf(door).getByLabel('Name').fill('');
  await door.reload();
  const late = await inviteAgain('late@desk.example');
  for (const shown of [gone, late]) expect((await door.request.get(shown)).status()).toBe(200);
  silent.close();
  await context.close();
  await portal.stop();
});
