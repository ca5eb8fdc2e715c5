import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { staysHere } from '@/scripts/testing/browser/navigation';
import { answers200, isOffline, refuses, sent } from '@/scripts/testing/browser/newsroom';
import { show, words, wordsOf } from '@/scripts/testing/browser/render';
import { JoinForm } from './JoinForm.client';

const { Doors, NewsroomRefusals } = words;

async function open() {
  const screen = await show(<JoinForm locale="hy" token="one-time" email="ada@example.org" />);
  return {
    email: screen.getByRole('textbox', { name: Doors.email }),
    password: screen.getByLabelText(Doors.newPassword),
    submit: screen.getByRole('button', { name: Doors.setPassword }),
    alert: screen.getByRole('alert'),
  };
}

test('a password is set by keyboard alone with the token of the link, and leads to the desk', async () => {
  await open();
  const paths = staysHere();
  answers200({ isSignedIn: true });
  await userEvent.keyboard('{Tab}{Tab}four words together here{Enter}');
  await vi.waitFor(() => expect(paths).toEqual(['/hy/newsroom']), 10_000);
  expect(sent()).toEqual([
    {
      method: 'POST',
      path: 'join',
      body: { token: 'one-time', password: 'four words together here' },
    },
  ]);
});

test('an account with a second factor goes on to sign in', async () => {
  const { password, submit } = await open();
  const paths = staysHere();
  answers200({ isSignedIn: false });
  await password.fill('four words together here');
  await submit.click();
  await vi.waitFor(() => expect(paths).toEqual(['/hy/newsroom/sign-in']), 10_000);
});

test('the e-mail of the account is shown to password managers, and cannot be changed', async () => {
  const { email } = await open();
  await expect.element(email).toHaveValue('ada@example.org');
  await expect.element(email).toHaveAttribute('autocomplete', 'username');
  await expect.element(email).toHaveAttribute('readonly');
});

test('a short password is refused at its field before it is sent, with how long it is', async () => {
  const { password, submit } = await open();
  await password.fill('short');
  await submit.click();
  const problem = wordsOf('Doors')('problemShort', { least: 12, given: 5 });
  await expect.element(password).toHaveAccessibleDescription(expect.stringContaining(problem));
  await expect.element(password).toHaveFocus();
  await expect.element(password).toHaveValue('short');
  expect(sent()).toEqual([]);
});

test('a password that guessers try is refused at its field, and stays there', async () => {
  const { password, submit } = await open();
  refuses(422, 'common_password');
  await password.fill('password1234');
  await submit.click();
  await expect
    .element(password)
    .toHaveAccessibleDescription(expect.stringContaining(NewsroomRefusals.common_password));
  await expect.element(password).toHaveFocus();
  await expect.element(password).toHaveValue('password1234');
});

test('a link that has expired is refused in words, and the password stays', async () => {
  const { password, submit, alert } = await open();
  refuses(403, 'ended_link');
  await password.fill('four words together here');
  await submit.click();
  await expect.element(alert).toHaveTextContent(NewsroomRefusals.ended_link);
  await expect.element(password).toHaveValue('four words together here');
});

test('without a connection the password stays, and a second press sends it', async () => {
  const { password, submit, alert } = await open();
  const paths = staysHere();
  isOffline();
  await password.fill('four words together here');
  await submit.click();
  await expect.element(alert).toHaveTextContent(NewsroomRefusals.offline);
  answers200({ isSignedIn: true });
  await submit.click();
  await vi.waitFor(() => expect(paths).toHaveLength(1), 10_000);
  expect(sent()[1]).toEqual(sent()[0]);
});
