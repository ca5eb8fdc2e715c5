import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { WorkingArticle } from '@/lib/content/desk/desk';
import { publication } from '@/publication.config';
import { workingArticle } from '@/scripts/testing/browser/article';
import {
  answers200,
  answersAlways,
  answersLater,
  isOffline,
  refuses,
  sent,
} from '@/scripts/testing/browser/newsroom';
import { router, show, words } from '@/scripts/testing/browser/render';
import { DraftProvider } from '../draft/DraftProvider.client';
import { TextFields } from '../screen/TextFields.client';
import { PublishPanel } from './PublishPanel.client';

const { Newsroom, NewsroomPublish, NewsroomRefusals } = words;
const EVERY_VERB: WorkingArticle['verbs'] = [
  ...(['save', 'submit', 'publish', 'schedule', 'unschedule'] as const),
  ...(['update', 'correct', 'withdraw'] as const),
];
const PUBLISHED = {
  status: 'published',
  publishedVersion: 3,
  publishedAt: '2026-11-01T08:00:00Z',
} as const;

/** What the panel says after a command that readers see the result of. */
const done = (name: 'publish' | 'withdraw') =>
  `${NewsroomPublish[`done_${name}`]} ${NewsroomPublish.seePage}`;

/** Opens the panel of an article whose user may do everything. */
async function open(given: Partial<WorkingArticle> = {}) {
  const article = workingArticle({ verbs: EVERY_VERB, ...given });
  const screen = await show(
    <DraftProvider article={article}>
      <TextFields language="en">{null}</TextFields>
      <PublishPanel locale="en" article={article} />
    </DraftProvider>,
  );
  const button = (name: string) => screen.getByRole('button', { name, exact: true });
  return {
    screen,
    button,
    alert: screen.getByRole('alert').first(),
    status: screen.getByRole('status').first(),
  };
}

test('a draft is published by its version, and the panel says that it is', async () => {
  const { status, button } = await open();
  answers200();
  await button(Newsroom.publish).click();
  await expect.element(status).toHaveTextContent(done('publish'));
  expect(sent()).toEqual([{ method: 'POST', path: 'articles/7/publish', body: { version: 3 } }]);
  expect(router.refresh).toHaveBeenCalled();
});

test('what was typed a moment ago is saved first, and that revision is published', async () => {
  const { screen, button } = await open();
  // A slow machine keeps the working copy before the button is pressed.
  answersAlways('articles/7/autosave', { sequence: 6, version: 3 });
  answers200({ sequence: 7, version: 4 });
  answers200();
  await screen.getByLabelText(Newsroom.headline).fill('The harbour is open');
  await button(Newsroom.publish).click();
  const commands = () => sent().filter(({ path }) => path !== 'articles/7/autosave');
  await vi.waitFor(() => expect(commands()).toHaveLength(2), 10_000);
  expect(commands()).toMatchObject([
    { path: 'articles/7/save', body: { draft: { headline: 'The harbour is open' } } },
    { path: 'articles/7/publish', body: { version: 4 } },
  ]);
});

test('a second press while the newsroom answers sends nothing more', async () => {
  const { status, button } = await open();
  const answer = answersLater();
  await button(Newsroom.publish).click();
  await expect.element(button(Newsroom.publish)).toBeDisabled();
  answer();
  await expect.element(status).toHaveTextContent(done('publish'));
  expect(sent()).toHaveLength(1);
});

test('a newer revision of a colleague is refused in words, and can be tried again', async () => {
  const { button, alert } = await open();
  refuses(409, 'stale', { version: 4 });
  await button(Newsroom.publish).click();
  await expect.element(alert).toHaveTextContent(NewsroomRefusals.stale);
  await expect.element(button(Newsroom.publish)).toBeEnabled();
});

test('a reporter may send to review, and sees no other command', async () => {
  const { screen, button } = await open({ verbs: ['save', 'submit'] });
  await expect.element(button(Newsroom.submit)).toBeEnabled();
  expect(screen.getByRole('button').all()).toHaveLength(1);
});

test('a time is read in the publication’s zone and sent as a moment', async () => {
  const { screen, button } = await open();
  answers200();
  await screen.getByLabelText(/^Publish at/).fill('2096-05-01T09:30');
  await button(Newsroom.schedule).click();
  await vi.waitFor(() => expect(sent()).toHaveLength(1), 10_000);
  const { path, body } = sent()[0] as { path: string; body: { at: string } };
  expect(path).toBe('articles/7/schedule');
  const there = { timeZone: publication.timeZone, dateStyle: 'short', timeStyle: 'short' } as const;
  expect(new Date(body.at).toLocaleString('sv-SE', there)).toBe('2096-05-01 09:30');
});

test.each([
  ['a time that has passed', '2001-05-01T09:30', NewsroomPublish.past],
  ['no time', '', NewsroomPublish.noTime],
])('%s is refused before it is sent, and stays in the field', async (_, time, refusal) => {
  const { screen, button } = await open();
  const field = screen.getByLabelText(/^Publish at/);
  await field.fill(time);
  await button(Newsroom.schedule).click();
  await expect.element(screen.getByText(refusal)).toBeVisible();
  await expect.element(field).toHaveValue(time);
  expect(sent()).toEqual([]);
});

test('an update says to readers that it is one only where the box is ticked', async () => {
  const { screen, button } = await open(PUBLISHED);
  answers200();
  answers200();
  await button(Newsroom.update).click();
  await vi.waitFor(() => expect(sent()).toHaveLength(1), 10_000);
  await expect.element(button(Newsroom.update)).toBeEnabled();
  await screen.getByRole('checkbox').click();
  await button(Newsroom.update).click();
  await vi.waitFor(() => expect(sent()).toHaveLength(2), 10_000);
  expect(sent().map(({ body }) => body)).toEqual([
    { version: 3, isMarkedUpdated: false },
    { version: 3, isMarkedUpdated: true },
  ]);
});

test('a correction that does not reach the newsroom stays in its field', async () => {
  const { screen, button, alert } = await open(PUBLISHED);
  const field = screen.getByRole('textbox', { name: Newsroom.correction, exact: false });
  isOffline();
  await field.fill('The harbour opened on Monday.');
  await button(Newsroom.correct).click();
  await expect.element(alert).toHaveTextContent(NewsroomRefusals.offline);
  await expect.element(field).toHaveValue('The harbour opened on Monday.');
});

test('a story is withdrawn by keyboard alone, with its reason', async () => {
  const { screen, status } = await open(PUBLISHED);
  answers200();
  screen.getByLabelText(Newsroom.reason).element().focus();
  await userEvent.keyboard('Not ours{Enter}');
  await expect.element(status).toHaveTextContent(done('withdraw'));
  expect(sent()).toEqual([
    { method: 'POST', path: 'articles/7/withdraw', body: { reason: 'Not ours' } },
  ]);
});

test('a story is not withdrawn without a reason', async () => {
  const { screen, button } = await open(PUBLISHED);
  await button(Newsroom.withdraw).click();
  await expect.element(screen.getByLabelText(Newsroom.reason)).toHaveFocus();
  expect(sent()).toEqual([]);
});
