import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { WorkingArticle } from '@/lib/content/desk/desk';
import { emptyDraft } from '@/lib/content/draft/draft';
import { workingArticle } from '@/scripts/testing/browser/article';
import {
  answers200,
  answersAlways,
  asked,
  refuses,
  sent,
} from '@/scripts/testing/browser/newsroom';
import { show, words, wordsOf } from '@/scripts/testing/browser/render';
import { DraftProvider } from '../draft/DraftProvider.client';
import { DetailsPanel } from './DetailsPanel.client';

const { NewsroomDetails, NewsroomRefusals } = words;
const details = wordsOf('NewsroomDetails');
const ADA = { slug: 'ada', name: 'Ada' };
const GRACE = { slug: 'grace', name: 'Grace' };

/** Opens the panel of an article that has two authors. */
async function open(given: Partial<WorkingArticle> = {}, mayMake = true) {
  const article = workingArticle({
    verbs: ['save', 'move', 'change-slug'],
    draft: { ...emptyDraft('The harbour opens'), authors: ['ada', 'grace'] },
    ...given,
  });
  answersAlways('articles/7/autosave', { sequence: 6, version: 3 });
  answersAlways('articles/7/save', { sequence: 7, version: 4 });
  const names = { authors: [ADA, GRACE], topics: [], mayMake };
  const screen = await show(
    <DraftProvider article={article}>
      <DetailsPanel locale="en" article={article} names={names} />
    </DraftProvider>,
  );
  await screen.getByText(NewsroomDetails.title).click();
  const authors = () =>
    screen
      .getByRole('list', { name: NewsroomDetails.authors })
      .getByRole('listitem')
      .elements()
      .map((item) => item.querySelector('span')?.textContent);
  /** The authors of the newest draft that reached the newsroom. */
  const savedAuthors = () =>
    (sent().at(-1)?.body as { draft?: { authors: string[] } } | undefined)?.draft?.authors;
  const addAuthor = screen.getByRole('combobox', { name: NewsroomDetails.addAuthor });
  return { screen, addAuthor, authors, savedAuthors };
}

test('an author is found and added by keyboard alone, and the byline is saved', async () => {
  const { screen, addAuthor, authors, savedAuthors } = await open();
  answersAlways('names/authors?', [{ slug: 'joan', name: 'Joan' }]);
  addAuthor.element().focus();
  await userEvent.keyboard('Jo');
  await vi.waitFor(() => expect(asked()).toContain('names/authors?locale=en&q=Jo'), 10_000);
  await expect.element(screen.getByRole('option', { name: 'Joan' })).toBeVisible();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await vi.waitFor(() => expect(authors()).toEqual(['Ada', 'Grace', 'Joan']), 10_000);
  await vi.waitFor(() => expect(savedAuthors()).toEqual(['ada', 'grace', 'joan']), 5000);
});

test('a name that nobody has yet is made in the article’s language and added', async () => {
  const { screen, addAuthor, authors } = await open();
  answersAlways('names/authors?', []);
  await addAuthor.fill('Joan');
  answers200({ slug: 'joan', name: 'Joan' });
  await screen.getByRole('option', { name: details('make', { name: 'Joan' }) }).click();
  await vi.waitFor(() => expect(authors()).toEqual(['Ada', 'Grace', 'Joan']), 10_000);
  expect(sent()).toContainEqual({
    method: 'POST',
    path: 'names/authors',
    body: { names: { en: 'Joan' } },
  });
});

test('a reporter is offered no new name, and learns whom to ask', async () => {
  const { screen, addAuthor } = await open({}, false);
  answersAlways('names/authors?', []);
  await addAuthor.fill('Joan');
  await expect.element(screen.getByText(NewsroomDetails.noName)).toBeVisible();
  const offer = screen.getByText(details('make', { name: 'Joan' }));
  expect(offer.elements()).toEqual([]);
});

test('a name that the newsroom refuses is not added, and the refusal stands in words', async () => {
  const { screen, addAuthor, authors } = await open();
  answersAlways('names/authors?', []);
  await addAuthor.fill('Joan');
  refuses(403, 'forbidden');
  await screen.getByRole('option', { name: details('make', { name: 'Joan' }) }).click();
  await expect.element(screen.getByText(NewsroomRefusals.forbidden)).toBeVisible();
  expect(authors()).toEqual(['Ada', 'Grace']);
});

test('authors change places by keyboard', async () => {
  const { screen, authors, savedAuthors } = await open();
  screen
    .getByRole('button', { name: details('moveUp', { name: 'Grace' }) })
    .element()
    .focus();
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(authors()).toEqual(['Grace', 'Ada']), 10_000);
  await vi.waitFor(() => expect(savedAuthors()).toEqual(['grace', 'ada']), 5000);
});

test('an address that another article has is refused, and stays in the field', async () => {
  const { screen } = await open();
  const field = screen.getByLabelText(/^Address/);
  const submit = screen.getByRole('button', { name: NewsroomDetails.changeSlug });
  await expect.element(submit).toBeDisabled();
  await field.fill('harbour-opens');
  refuses(409, 'slug_taken');
  await submit.click();
  await expect.element(screen.getByText(NewsroomRefusals.slug_taken)).toBeVisible();
  await expect.element(field).toHaveValue('harbour-opens');
  expect(sent()).toEqual([
    { method: 'POST', path: 'articles/7/change-slug', body: { slug: 'harbour-opens' } },
  ]);
});

test('an earlier address goes back into the field without being sent', async () => {
  const { screen } = await open({ formerSlugs: ['old-harbour'] });
  await screen.getByRole('button', { name: 'old-harbour' }).click();
  await expect.element(screen.getByLabelText(/^Address/)).toHaveValue('old-harbour');
  expect(sent()).toEqual([]);
});
