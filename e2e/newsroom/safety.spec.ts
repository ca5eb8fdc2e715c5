import { execFileSync } from 'node:child_process';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import {
  begin,
  change,
  inviteFromTerminal,
  joinAs,
  OWN_PAGE,
  PASSWORD,
} from '../support/newsroom.ts';
import { startSecondPortal } from '../support/second-portal.ts';

/** Milliseconds that a portal may take to be back on a machine that does much else. */
const RECOVERY = 60_000;

const body = (page: Page) => page.getByRole('textbox', { name: 'Body' });
const saved = (page: Page) => page.getByText(/^Saved( as revision \d+)?$/);

async function open(page: Page, id: number): Promise<void> {
  await page.goto(`/en/newsroom/article/${id}`);
  await expect(body(page)).toBeVisible();
}
async function write(page: Page, text: string): Promise<void> {
  await body(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
}
/** What the newsroom has, as one string. */
const textOf = async (request: APIRequestContext, id: number): Promise<string> =>
  (await request.get(`/api/newsroom/articles/${id}`)).text();

/** What axe finds wrong with a panel that stands on the screen. */
const faultsOf = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [
    id,
    nodes.map(({ html }) => html),
  ]);

/** Waits until the newsroom has some words. */
const taken = (request: APIRequestContext, id: number, words: string) =>
  expect.poll(() => textOf(request, id)).toContain(words);

test('a server that is killed in mid-sentence loses no word: typing goes on, and what was typed is sent', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const portal = await startSecondPortal(60);
  const context = await browser.newContext({ baseURL: portal.site });
  try {
    const output = execFileSync(
      process.execPath,
      ['lib/cli/portal.ts', 'user', 'add', 'writer@desk.example', '--name', 'A writer'].concat(
        '--role',
        'editor',
      ),
      { encoding: 'utf8', env: portal.env },
    );
    const send = async (path: string, data: object) => {
      const headers = { ...OWN_PAGE, origin: portal.site };
      const answer = await context.request.post(`/api/newsroom/${path}`, { headers, data });
      expect(answer.ok()).toBe(true);
      return (await answer.json()) as { id: number };
    };
    await send('join', { token: /join\/([\w-]{43})/.exec(output)?.[1], password: PASSWORD });
    const input = { locale: 'en', category: 'sport', headline: 'Under fire' };
    const { id } = await send('articles', input);
    const page = await context.newPage();
    await open(page, id);
    await write(page, 'The ferry left ');
    await expect(saved(page)).toBeVisible();
    await write(page, 'the harbour ');
    await portal.kill();
    await write(page, 'before anybody ');
    await expect(page.getByText('No connection to the newsroom')).toBeVisible();
    await write(page, 'was awake.');
    await portal.startAgain();
    await expect(saved(page)).toBeVisible({ timeout: RECOVERY });
    expect(await textOf(context.request, id)).toContain(
      'The ferry left the harbour before anybody was awake.',
    );
  } finally {
    await context.close();
    await portal.stop();
  }
});

test('a tab that crashes with unsent text offers it on return, marked, to be taken or left', async ({
  page,
  context,
}) => {
  await joinAs(page.request, 'editor');
  const id = await begin(page.request, 'A crash');
  await open(page, id);
  await write(page, 'Sent.');
  await taken(page.request, id, 'Sent.');
  await page.route('**/autosave', (route) => route.abort());
  await write(page, ' Unsent.');
  await expect(page.getByText('No connection to the newsroom')).toBeVisible();
  await page.goto('chrome://crash').catch(() => {});

  const back = await context.newPage();
  await open(back, id);
  const offer = back.getByRole('region', { name: /Unsent text from/ });
  await expect(offer.locator('ins')).toHaveText(/Unsent/);
  await expect(body(back)).not.toContainText('Unsent');
  expect(await faultsOf(back)).toEqual([]);
  await offer.getByRole('button', { name: 'Use this text' }).click();
  await expect(body(back)).toContainText('Sent. Unsent.');
  await expect(offer).toHaveCount(0);
  await expect(saved(back)).toBeVisible();
  expect(await textOf(back.request, id)).toContain('Sent. Unsent.');
  await back.reload();
  await expect(body(back)).toContainText('Sent. Unsent.');
  await expect(back.getByText('Unsent text from')).toHaveCount(0);
});

test('offline it is kept in the browser, and sent when the network is back', async ({
  page,
  context,
}) => {
  await joinAs(page.request, 'editor');
  const id = await begin(page.request, 'In a tunnel');
  await open(page, id);
  await context.setOffline(true);
  await write(page, 'Written in a tunnel.');
  await expect(page.getByText('No connection to the newsroom')).toBeVisible();
  await context.setOffline(false);
  await expect(saved(page)).toBeVisible();
  expect(await textOf(page.request, id)).toContain('Written in a tunnel.');
});

test('a session that ends stops no typing, and signing in beside the text sends it', async ({
  page,
}) => {
  await joinAs(page.request, 'editor');
  const id = await begin(page.request, 'Signed out');
  await open(page, id);
  await page.request.delete('/api/newsroom/session', { headers: OWN_PAGE, data: {} });
  await write(page, 'Before ');
  await expect(page.getByText('Signed out: kept on this computer')).toBeVisible();
  await write(page, 'and after.');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(saved(page)).toBeVisible();
  expect(await textOf(page.request, id)).toContain('Before and after.');
});

test('of two in one article each sees the other; places apart are merged, one place is chosen, nothing is lost', async ({
  browser,
}) => {
  const contexts = [await browser.newContext(), await browser.newContext()] as const;
  const [one, other] = [await contexts[0].newPage(), await contexts[1].newPage()];
  await joinAs(one.request, 'editor');
  const { path } = inviteFromTerminal('editor-in-chief');
  await change(other.request, 'join', { token: path.split('/').at(-1), password: PASSWORD });
  const id = await begin(one.request, 'Two pens');
  await open(one, id);
  await write(one, 'First.');
  await one.keyboard.press('Enter');
  await one.keyboard.type('Last.');
  await taken(one.request, id, 'Last.');
  await open(other, id);
  await expect(other.getByRole('list', { name: 'Who else is here' })).toContainText('A editor');

  // One changes the standfirst, the other the end of the text, neither knowing of the other's.
  await other.getByLabel('Standfirst').fill('Under two pens');
  await taken(one.request, id, 'Under two pens');
  await write(one, ' Mine.');
  await expect(one.getByLabel('Standfirst')).toHaveValue('Under two pens');
  await expect(saved(one)).toBeVisible();
  await expect(body(other)).toContainText('Last. Mine.');

  // Both change the same paragraph: the second save is held, and its author sees the conflict and chooses.
  await contexts[1].setOffline(true);
  await write(other, ' Theirs.');
  await expect(other.getByText('No connection to the newsroom')).toBeVisible();
  await write(one, ' More.');
  await taken(one.request, id, 'Last. Mine. More.');
  await contexts[1].setOffline(false);
  const panel = other.getByRole('region', { name: /A editor changed the same places/ });
  await expect(panel).toBeVisible();
  expect(await faultsOf(other)).toEqual([]);
  await expect(body(other)).toContainText('Last. Mine. Theirs.');
  expect(await textOf(one.request, id)).not.toContain('Theirs.');
  await panel.getByRole('radio', { name: 'Both, one after the other' }).check();
  await panel.getByRole('button', { name: 'Take the merged text' }).click();
  await expect(panel).toHaveCount(0);
  await expect(saved(other)).toBeVisible();
  await expect(body(one)).toContainText('Last. Mine. Theirs.');
  for (const words of ['Last. Mine. More.', 'Last. Mine. Theirs.'])
    expect(await textOf(one.request, id)).toContain(words);
  await expect(other.getByText('A editor-in-chief with A editor')).toBeVisible();
  for (const context of contexts) await context.close();
});

test('any two revisions are compared in place, and an earlier one is restored as a new one', async ({
  page,
}) => {
  await joinAs(page.request, 'editor');
  const id = await begin(page.request, 'Restored');
  await open(page, id);
  await write(page, 'A good sentence.');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Saved as revision 2')).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('A worse one.');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Saved as revision 3')).toBeVisible();
  await page.getByRole('button', { name: 'Restore: Revision 2' }).click();
  await expect(body(page)).toHaveText('A good sentence.');
  await expect(page.getByText('an earlier one restored')).toBeVisible();
  await page.goto(`/en/newsroom/article/${id}/compare?from=3&to=4`);
  await expect(page.locator('ins').first()).toContainText('good');
  await expect(page.locator('del').first()).toContainText('worse');
});
