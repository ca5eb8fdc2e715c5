import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  answers200,
  answersLater,
  isOffline,
  refuses,
  sent,
} from '@/scripts/testing/browser/newsroom';
import { router, show, words } from '@/scripts/testing/browser/render';
import { NameForm } from './NameForm.client';

const { Doors, NewsroomRefusals } = words;

async function open() {
  const screen = await show(<NameForm name="Ada" />);
  return {
    name: screen.getByRole('textbox', { name: Doors.name }),
    submit: screen.getByRole('button', { name: Doors.save }),
    alert: screen.getByRole('alert'),
    status: screen.getByRole('status'),
  };
}

test('a name is changed by keyboard alone, and the screen shows it', async () => {
  const { name, status } = await open();
  answers200();
  await userEvent.keyboard('{Tab}{Control>}a{/Control}Ada Lovelace{Enter}');
  await expect.element(status).toHaveTextContent(Doors.saved);
  await expect.element(name).toHaveValue('Ada Lovelace');
  expect(sent()).toEqual([
    { method: 'POST', path: 'account/rename', body: { name: 'Ada Lovelace' } },
  ]);
  expect(router.refresh).toHaveBeenCalledOnce();
});

test('an empty name is refused at its field before it is sent', async () => {
  const { name, submit } = await open();
  await name.fill('');
  await submit.click();
  await expect.element(name).toHaveAccessibleDescription(Doors.problemMissing);
  await expect.element(name).toHaveFocus();
  expect(sent()).toEqual([]);
});

test('a name that the newsroom refuses stays in its field, with the reason', async () => {
  const { name, submit, alert, status } = await open();
  refuses(401, 'signed_out');
  await name.fill('Ada Lovelace');
  await submit.click();
  await expect.element(alert).toHaveTextContent(NewsroomRefusals.signed_out);
  await expect.element(name).toHaveValue('Ada Lovelace');
  await expect.element(status).toBeEmptyDOMElement();
});

test('without a connection the name stays, and a second press sends it', async () => {
  const { name, submit, alert, status } = await open();
  isOffline();
  await name.fill('Ada Lovelace');
  await submit.click();
  await expect.element(alert).toHaveTextContent(NewsroomRefusals.offline);
  answers200();
  await submit.click();
  await expect.element(status).toHaveTextContent(Doors.saved);
  await expect.element(alert).not.toBeInTheDocument();
  expect(sent()[1]).toEqual(sent()[0]);
});

test('a second press while the newsroom answers sends nothing more', async () => {
  const { name, submit, status } = await open();
  const answer = answersLater();
  await name.fill('Ada Lovelace');
  await submit.click();
  await expect.element(submit).toHaveAttribute('aria-busy', 'true');
  // Enter in the field sends the form as a second press of the button does.
  name.element().focus();
  await userEvent.keyboard('{Enter}');
  answer();
  await expect.element(status).toHaveTextContent(Doors.saved);
  expect(sent()).toHaveLength(1);
});

test('a name that is refused after one that was saved is not said to be saved', async () => {
  const { name, submit, alert, status } = await open();
  answers200();
  await submit.click();
  await expect.element(status).toHaveTextContent(Doors.saved);
  refuses(401, 'signed_out');
  await name.fill('Ada Lovelace');
  await submit.click();
  await expect.element(alert).toHaveTextContent(NewsroomRefusals.signed_out);
  await expect.element(status).toBeEmptyDOMElement();
});
