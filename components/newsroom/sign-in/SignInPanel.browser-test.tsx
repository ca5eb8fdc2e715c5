import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { answers200, refuses, sent } from '@/scripts/testing/browser/newsroom';
import { show, words } from '@/scripts/testing/browser/render';
import { SignInPanel } from './SignInPanel.client';

const { Doors, NewsroomRefusals } = words;

async function open() {
  const onSignedIn = vi.fn<(user: { id: number; name: string }) => void>();
  const screen = await show(<SignInPanel email="ada@example.org" onSignedIn={onSignedIn} />);
  const panel = screen.getByRole('region', { name: Doors.signInAgain });
  return {
    onSignedIn,
    panel,
    email: panel.getByRole('textbox', { name: Doors.email }),
    password: panel.getByLabelText(Doors.password),
    submit: panel.getByRole('button', { name: Doors.signIn }),
  };
}

/** A screen on which the panel appears as soon as something is typed. */
function Writing() {
  const [isSignedOut, setSignedOut] = useState(false);
  return (
    <>
      <textarea aria-label="Text" onInput={() => setSignedOut(true)} />
      {isSignedOut && <SignInPanel email="ada@example.org" onSignedIn={() => {}} />}
    </>
  );
}

test('the panel leaves the focus in the text, where typing goes on', async () => {
  const screen = await show(<Writing />);
  const text = screen.getByRole('textbox', { name: 'Text' });
  await text.click();
  await userEvent.keyboard('The ferry');
  await expect.element(screen.getByRole('region', { name: Doors.signInAgain })).toBeVisible();
  await userEvent.keyboard(' left');
  await expect.element(text).toHaveFocus();
  await expect.element(text).toHaveValue('The ferry left');
});

test('the panel says that the text stays', async () => {
  const { panel } = await open();
  await expect.element(panel.getByRole('alert').first()).toHaveTextContent(Doors.signedOutHere);
});

test('the user of the screen types only the password, by keyboard alone', async () => {
  const { onSignedIn } = await open();
  answers200({ id: 7, name: 'Ada' });
  await userEvent.keyboard('{Tab}{Tab}correct horse battery{Enter}');
  await vi.waitFor(() => expect(onSignedIn).toHaveBeenCalledWith({ id: 7, name: 'Ada' }), 10_000);
  expect(sent()).toEqual([
    {
      method: 'POST',
      path: 'session',
      body: { email: 'ada@example.org', password: 'correct horse battery' },
    },
  ]);
});

test('another user who signs in here is handed on as that user', async () => {
  const { onSignedIn, email, password, submit } = await open();
  answers200({ id: 8, name: 'Grace' });
  await email.fill('grace@example.org');
  await password.fill('correct horse battery');
  await submit.click();
  await vi.waitFor(() => expect(onSignedIn).toHaveBeenCalledWith({ id: 8, name: 'Grace' }), 10_000);
  expect(sent()[0]?.body).toMatchObject({ email: 'grace@example.org' });
});

test('a wrong password is refused in words, and stays with the e-mail', async () => {
  const { onSignedIn, panel, email, password, submit } = await open();
  refuses(401, 'wrong');
  await email.fill('grace@example.org');
  await password.fill('wrong horse');
  await submit.click();
  await expect.element(panel.getByText(NewsroomRefusals.wrong)).toBeVisible();
  await expect.element(email).toHaveValue('grace@example.org');
  await expect.element(password).toHaveValue('wrong horse');
  expect(onSignedIn).not.toHaveBeenCalled();
});
