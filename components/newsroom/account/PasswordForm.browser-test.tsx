import { expect, test } from 'vitest';
import { answers200, refuses, sent } from '@/scripts/testing/browser/newsroom';
import { show, words, wordsOf } from '@/scripts/testing/browser/render';
import { PasswordForm } from './PasswordForm.client';

const { Doors, NewsroomRefusals } = words;

async function open() {
  const screen = await show(<PasswordForm email="ada@example.org" />);
  return {
    screen,
    old: screen.getByLabelText(Doors.oldPassword),
    next: screen.getByLabelText(Doors.newPassword),
    submit: screen.getByRole('button', { name: Doors.changePassword }),
  };
}

test('a short password is refused before it is sent, with how long it is', async () => {
  const { old, next, submit } = await open();
  await old.fill('correct horse battery');
  await next.fill('short');
  await submit.click();
  const problem = wordsOf('Doors')('problemShort', { least: 12, given: 5 });
  await expect.element(next).toHaveAccessibleDescription(expect.stringContaining(problem));
  await expect.element(next).toHaveFocus();
  expect(sent()).toEqual([]);
});

test('a password that guessers try is refused at its field, and nothing typed is lost', async () => {
  const { old, next, submit } = await open();
  await old.fill('correct horse battery');
  await next.fill('password1234');
  refuses(422, 'common_password');
  await submit.click();
  await expect
    .element(next)
    .toHaveAccessibleDescription(expect.stringContaining(NewsroomRefusals.common_password));
  await expect.element(old).toHaveValue('correct horse battery');
  await expect.element(next).toHaveValue('password1234');
});

test('a changed password leaves both fields empty, and says what happened elsewhere', async () => {
  const { screen, old, next, submit } = await open();
  await old.fill('correct horse battery');
  await next.fill('four words together here');
  answers200();
  await submit.click();
  await expect.element(screen.getByText(Doors.passwordChanged)).toBeVisible();
  await expect.element(old).toHaveValue('');
  await expect.element(next).toHaveValue('');
  expect(sent()).toEqual([
    {
      method: 'POST',
      path: 'account/change-password',
      body: { ownPassword: 'correct horse battery', password: 'four words together here' },
    },
  ]);
});
