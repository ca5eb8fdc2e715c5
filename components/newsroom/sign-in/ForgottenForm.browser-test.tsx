import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  answers200,
  answersLater,
  isOffline,
  refuses,
  sent,
} from '@/scripts/testing/browser/newsroom';
import { show, words } from '@/scripts/testing/browser/render';
import { ForgottenForm } from './ForgottenForm.client';

const { Doors, NewsroomRefusals } = words;

async function open() {
  const screen = await show(<ForgottenForm locale="az" />);
  return {
    email: screen.getByRole('textbox', { name: Doors.email }),
    submit: screen.getByRole('button', { name: Doors.sendLink }),
    back: screen.getByRole('link', { name: Doors.backToSignIn }),
    alert: screen.getByRole('alert'),
    status: screen.getByRole('status'),
  };
}

test('a link is requested by keyboard alone, in the language of the screen', async () => {
  const { status } = await open();
  answers200();
  await userEvent.keyboard('{Tab}ada@example.org{Enter}');
  await expect.element(status).toHaveTextContent(Doors.forgottenSent);
  expect(sent()).toEqual([
    { method: 'POST', path: 'forgotten', body: { email: 'ada@example.org', locale: 'az' } },
  ]);
});

test('nothing is said to be on its way before the newsroom has answered', async () => {
  const { email, submit, status } = await open();
  const answer = answersLater();
  await email.fill('ada@example.org');
  await submit.click();
  await expect.element(submit).toHaveAttribute('aria-busy', 'true');
  await expect.element(status).toBeEmptyDOMElement();
  answer();
  await expect.element(status).toHaveTextContent(Doors.forgottenSent);
});

test.each([
  ['an empty field', '', Doors.problemMissing],
  ['an address without a domain', 'ada', Doors.problemEmail],
])('%s is refused before it is sent, in the newsroom’s words', async (_, typed, problem) => {
  const { email, submit } = await open();
  await email.fill(typed);
  await submit.click();
  await expect.element(email).toHaveAccessibleDescription(problem);
  await expect.element(email).toHaveFocus();
  await expect.element(email).toHaveValue(typed);
  expect(sent()).toEqual([]);
});

test.each([
  [409, 'no_mail'],
  [429, 'throttled'],
] as const)('a refusal (%i) is shown in words, and the address stays', async (status, code) => {
  const { email, submit, alert, status: said } = await open();
  refuses(status, code);
  await email.fill('ada@example.org');
  await submit.click();
  await expect.element(alert).toHaveTextContent(NewsroomRefusals[code]);
  await expect.element(email).toHaveValue('ada@example.org');
  await expect.element(said).toBeEmptyDOMElement();
});

test('without a connection the address stays, and a second press sends it', async () => {
  const { email, submit, alert, status } = await open();
  isOffline();
  await email.fill('ada@example.org');
  await submit.click();
  await expect.element(alert).toHaveTextContent(NewsroomRefusals.offline);
  answers200();
  await submit.click();
  await expect.element(status).toHaveTextContent(Doors.forgottenSent);
  expect(sent()[1]).toEqual(sent()[0]);
});

test('the way back leads to the sign-in screen in the same language', async () => {
  const { back } = await open();
  await expect.element(back).toHaveAttribute('href', '/az/newsroom/sign-in');
});
