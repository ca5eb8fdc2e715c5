import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { PersonRow } from '@/lib/content/desk/desk';
import { publication } from '@/publication.config';
import { answers200, isOffline, refuses, sent } from '@/scripts/testing/browser/newsroom';
import { show, words, wordsOf } from '@/scripts/testing/browser/render';
import { People } from './People.client';

const { Doors, Newsroom, NewsroomRefusals } = words;
const GRACE: PersonRow = {
  id: 2,
  email: 'grace@example.org',
  name: 'Grace',
  role: 'reporter',
  locales: ['en'],
  categories: null,
  isDisabled: false,
  hasPassword: true,
  hasSecondFactor: false,
};

async function open(person: Partial<PersonRow> = {}) {
  const screen = await show(
    <People locale="en" ownId={1} people={[{ ...GRACE, ...person }]} hasMail={false} />,
  );
  const entry = screen.getByRole('listitem').filter({ hasText: GRACE.email });
  const invitation = screen.getByRole('heading', { name: Doors.invite }).element().parentElement;
  if (!invitation) throw new Error('There is no form of invitation.');
  return { screen, entry, invitation: page.elementLocator(invitation) };
}

test('somebody is invited with a role and its scope, and the link is shown', async () => {
  const { screen, invitation } = await open();
  const [category] = publication.categories;
  if (!category) throw new Error('The publication has no category.');
  await invitation.getByLabelText(Doors.email).fill('joan@example.org');
  await invitation.getByLabelText(Doors.name, { exact: true }).fill('Joan');
  await invitation.getByLabelText(Doors.role).selectOptions(Newsroom.role_editor);
  await invitation.getByLabelText(category.names.en, { exact: true }).click();
  answers200({ name: 'Joan', email: 'joan@example.org', link: 'https://news.example/join/x' });
  await invitation.getByRole('button', { name: Doors.invite }).click();
  await expect.element(screen.getByText('https://news.example/join/x')).toBeVisible();
  expect(sent()).toEqual([
    {
      method: 'POST',
      path: 'people',
      body: {
        name: 'Joan',
        role: 'editor',
        locales: null,
        categories: [category.slug],
        email: 'joan@example.org',
        mailLocale: 'en',
      },
    },
  ]);
  await expect.element(invitation.getByLabelText(Doors.email)).toHaveValue('');
});

test('an e-mail that is on the list is refused at its field, and the rest stays typed', async () => {
  const { invitation } = await open();
  await invitation.getByLabelText(Doors.email).fill(GRACE.email);
  await invitation.getByLabelText(Doors.name, { exact: true }).fill('Grace');
  refuses(409, 'person_exists');
  await invitation.getByRole('button', { name: Doors.invite }).click();
  await expect
    .element(invitation.getByLabelText(Doors.email))
    .toHaveAccessibleDescription(NewsroomRefusals.person_exists);
  await expect.element(invitation.getByLabelText(Doors.name, { exact: true })).toHaveValue('Grace');
});

test('a changed role is sent with the scope that the person had', async () => {
  const { entry } = await open();
  await entry.getByText(Doors.change, { exact: true }).click();
  await entry.getByLabelText(Doors.role).selectOptions(Newsroom.role_editor);
  answers200();
  await entry.getByRole('button', { name: Doors.save }).click();
  await expect.element(entry.getByText(Doors.saved)).toBeVisible();
  expect(sent()).toEqual([
    {
      method: 'POST',
      path: 'people/2/change',
      body: { name: 'Grace', role: 'editor', locales: ['en'], categories: null },
    },
  ]);
});

test('the last editor-in-chief is not blocked, and the refusal says why', async () => {
  const { entry } = await open();
  await entry.getByText(Doors.change, { exact: true }).click();
  refuses(409, 'last_chief');
  await entry.getByRole('button', { name: Doors.disable }).click();
  await expect.element(entry.getByText(NewsroomRefusals.last_chief)).toBeVisible();
  expect(sent().map(({ path }) => path)).toEqual(['people/2/disable']);
});

test('a new link that could not be asked for shows no link', async () => {
  const { screen, entry } = await open();
  await entry.getByText(Doors.change, { exact: true }).click();
  isOffline();
  await entry.getByRole('button', { name: Doors.makeLink }).click();
  await expect.element(entry.getByText(NewsroomRefusals.offline)).toBeVisible();
  const link = wordsOf('Doors')('linkHere', { name: 'Grace' });
  await vi.waitFor(() => expect(screen.getByText(link).elements()).toEqual([]), 10_000);
});
