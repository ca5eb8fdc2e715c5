/** Invitations and forgotten passwords by a real mail server, and what becomes of them when it fails. */
import { inviteTo, PASSWORD } from '../support/newsroom.ts';
import { startMailServer, startSilentServer } from '../support/mail-server.ts';
import { PORT } from '../support/portal.ts';
import { startSecondPortal } from '../support/second-portal.ts';
import { expect, test } from '../support/test.ts';

const OFFSET = 60;
const REFUSED = 'refused@desk.example';

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
  const invitation = page.locator('section').filter({ hasText: 'Language of the invitation' });
  const invite = async (address: string, locale: string) => {
    await invitation.getByLabel('E-mail').fill(address);
    await invitation.getByLabel('Name').fill('Lena, née O’Hara');
    await invitation.getByLabel('Language of the invitation').selectOption(locale);
    await invitation.getByRole('button', { name: 'Invite somebody' }).click();
  };
  const words = { en: 'You are invited', ru: 'Вас приглашают', hy: 'Ձեզ հրավիրում են', az: 'Sizi' };
  for (const [locale, said] of Object.entries(words)) {
    await invite(`${locale}@desk.example`, locale);
    await expect(page.getByText(`on its way to ${locale}@desk.example`)).toBeVisible();
    const letter = mail.letters.at(-1) ?? '';
    expect(letter).toContain(said);
    expect(letter).toMatch(new RegExp(`${portal.site}/${locale}/newsroom/join/[\\w-]{43}`));
    expect(letter).toContain('From: The desk <newsroom@desk.example>');
    expect(letter).toContain(`${locale}@desk.example>`);
    expect(letter).toMatch(/^Auto-Submitted: auto-generated/m);
  }
  await invite(REFUSED, 'en');
  await expect(invitation.getByText('refused the message')).toBeVisible();
  const link = (await invitation.locator('output').textContent()) ?? '';
  expect((await page.request.get(link)).status()).toBe(200);

  // One answer, whether there is such an account or not; a letter only where there is.
  const stranger = await page.context().browser()?.newContext();
  const door = await stranger?.newPage();
  if (!stranger || !door) throw new Error('There is no second browser.');
  const taken = mail.letters.length;
  for (const address of ['nobody@desk.example', email]) {
    await door.goto(`${portal.site}/az/newsroom/sign-in`);
    await door.getByRole('link', { name: 'Parolu unutmusunuz?' }).click();
    await door.getByLabel('E-poçt').fill(address);
    await door.getByRole('button', { name: 'Keçidi göndər' }).click();
    await expect(door.getByText('Bu e-poçtla hesab varsa')).toBeVisible();
  }
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
  const other = door.locator('section').filter({ hasText: 'Language of the invitation' });
  const inviteAgain = async (address: string) => {
    await other.getByLabel('E-mail').fill(address);
    await other.getByLabel('Name').fill('Late');
    await other.getByRole('button', { name: 'Invite somebody' }).click();
    await expect(other.getByText(`link to Late`)).toBeVisible();
    return (await other.locator('output').textContent()) ?? '';
  };
  const gone = await inviteAgain('gone@desk.example');
  const silent = await startSilentServer(mailPort);
  await other.getByLabel('Name').fill('');
  await door.reload();
  const late = await inviteAgain('late@desk.example');
  for (const shown of [gone, late]) expect((await door.request.get(shown)).status()).toBe(200);
  silent.close();
  await stranger.close();
  await portal.stop();
});
