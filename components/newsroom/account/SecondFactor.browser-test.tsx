import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { answers200, refuses, sent } from '@/scripts/testing/browser/newsroom';
import { router, show, words } from '@/scripts/testing/browser/render';
import { SecondFactor } from './SecondFactor.client';

const { Doors, NewsroomRefusals } = words;
const BEGUN = { key: 'ABCD EFGH', address: 'otpauth://totp/newsroom:ada?secret=ABCDEFGH' };
const CODES = ['aaaa-1111', 'bbbb-2222'];

/** Opens the factor of an account and types the password. */
async function open(factor: Parameters<typeof SecondFactor>[0]['factor'] = null) {
  const screen = await show(<SecondFactor factor={factor} mayTurnOff />);
  await screen.getByLabelText(Doors.password).fill('correct horse battery');
  return screen;
}

test('is set up by keyboard alone: password, key, code, and codes that are shown once', async () => {
  const screen = await open();
  answers200(BEGUN);
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByLabelText(Doors.confirmCode)).toHaveFocus();
  await expect.element(screen.getByText(BEGUN.key)).toBeVisible();
  await expect.element(screen.getByRole('img', { name: Doors.qr })).toBeVisible();
  answers200({ codes: CODES });
  await userEvent.keyboard('123456{Enter}');
  for (const code of CODES) await expect.element(screen.getByText(code)).toBeVisible();
  await screen.getByRole('button', { name: Doors.codesKept }).click();
  await vi.waitFor(() => expect(router.refresh).toHaveBeenCalled(), 10_000);
  expect(screen.getByText('aaaa-1111').elements()).toEqual([]);
  expect(sent()).toEqual([
    {
      method: 'POST',
      path: 'account/begin-second-factor',
      body: { ownPassword: 'correct horse battery' },
    },
    { method: 'POST', path: 'account/confirm-second-factor', body: { code: '123456' } },
  ]);
});

test('a wrong code is refused at its field, and the key stays on the screen', async () => {
  const screen = await open();
  answers200(BEGUN);
  await screen.getByRole('button', { name: Doors.setUp }).click();
  const code = screen.getByLabelText(Doors.confirmCode);
  await code.fill('000000');
  refuses(422, 'wrong_code');
  await screen.getByRole('button', { name: Doors.turnOn }).click();
  await expect.element(code).toHaveAccessibleDescription(NewsroomRefusals.wrong_code);
  await expect.element(code).toHaveValue('000000');
  await expect.element(screen.getByText(BEGUN.key)).toBeVisible();
});

test('a wrong password turns nothing off, and says so', async () => {
  const screen = await open({ since: '1 May', codesLeft: 3 });
  refuses(422, 'wrong_password');
  await screen.getByRole('button', { name: Doors.turnOff }).click();
  await expect.element(screen.getByText(NewsroomRefusals.wrong_password)).toBeVisible();
  await expect.element(screen.getByLabelText(Doors.password)).toHaveValue('correct horse battery');
  expect(sent().map(({ path }) => path)).toEqual(['account/end-second-factor']);
  expect(router.refresh).not.toHaveBeenCalled();
});
