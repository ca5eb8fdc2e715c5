import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { answers200, isOffline, refuses, sent } from '@/scripts/testing/browser/newsroom';
import { show, words } from '@/scripts/testing/browser/render';
import { SignInSteps } from './SignInSteps.client';

const { Doors, NewsroomRefusals } = words;

async function open() {
  const onSignedIn = vi.fn<(user: { id: number; name: string }) => void>();
  const screen = await show(<SignInSteps onSignedIn={onSignedIn} />);
  return {
    onSignedIn,
    email: screen.getByLabelText(Doors.email),
    password: screen.getByLabelText(Doors.password),
    code: screen.getByLabelText(Doors.code),
    alert: screen.getByRole('alert'),
    submit: screen.getByRole('button', { name: Doors.signIn }),
  };
}

test('signs in by keyboard alone, with what was typed', async () => {
  const { onSignedIn } = await open();
  answers200({ id: 7, name: 'Ada' });
  await userEvent.keyboard('{Tab}ada@example.org{Tab}correct horse battery{Enter}');
  await vi.waitFor(() => expect(onSignedIn).toHaveBeenCalledWith({ id: 7, name: 'Ada' }), 10_000);
  expect(sent()).toEqual([
    {
      method: 'POST',
      path: 'session',
      body: { email: 'ada@example.org', password: 'correct horse battery' },
    },
  ]);
});

test('sends nothing while a field is empty, and says so at the field', async () => {
  const { email, password, submit } = await open();
  await email.fill('ada@example.org');
  await submit.click();
  await expect.element(password).toHaveAccessibleDescription(Doors.problemMissing);
  await expect.element(password).toHaveFocus();
  expect(sent()).toEqual([]);
});

test('an address without a domain is refused in the newsroom’s words', async () => {
  const { email, password, submit } = await open();
  await email.fill('ada');
  await password.fill('correct horse battery');
  await submit.click();
  await expect.element(email).toHaveAccessibleDescription(Doors.problemEmail);
  expect(sent()).toEqual([]);
});

test('a wrong password is refused, and both fields keep what was typed', async () => {
  const { email, password, alert, submit } = await open();
  refuses(403, 'wrong');
  await email.fill('ada@example.org');
  await password.fill('wrong horse');
  await submit.click();
  await expect.element(alert).toHaveTextContent(NewsroomRefusals.wrong);
  await expect.element(email).toHaveValue('ada@example.org');
  await expect.element(password).toHaveValue('wrong horse');
});

test('an account with a second factor is asked for its code, which is sent with the password', async () => {
  const { onSignedIn, email, password, code, submit } = await open();
  refuses(401, 'second_factor');
  await email.fill('ada@example.org');
  await password.fill('correct horse battery');
  await submit.click();
  await expect.element(code).toHaveFocus();
  answers200({ id: 7, name: 'Ada' });
  await userEvent.keyboard('123456{Enter}');
  await vi.waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce(), 10_000);
  expect(sent().at(-1)?.body).toEqual({
    email: 'ada@example.org',
    password: 'correct horse battery',
    code: '123456',
  });
});

test('without a connection nothing typed is lost, and a second try is sent', async () => {
  const { onSignedIn, email, password, alert, submit } = await open();
  isOffline();
  await email.fill('ada@example.org');
  await password.fill('correct horse battery');
  await submit.click();
  await expect.element(alert).toHaveTextContent(NewsroomRefusals.offline);
  answers200({ id: 7, name: 'Ada' });
  await submit.click();
  await vi.waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce(), 10_000);
  expect(sent()[1]).toEqual(sent()[0]);
});
