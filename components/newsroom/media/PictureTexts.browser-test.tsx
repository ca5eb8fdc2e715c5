import { expect, test, vi } from 'vitest';
import type { LibraryPicture } from '@/lib/content/desk/media';
import { answers200, isOffline, sent } from '@/scripts/testing/browser/newsroom';
import { show, words, wordsOf } from '@/scripts/testing/browser/render';
import { PictureTexts } from './PictureTexts.client';

const { Media, NewsroomRefusals } = words;

const PICTURE: LibraryPicture = {
  imageId: '0123456789abcdef0123456789abcdef',
  widths: [320],
  width: 320,
  height: 200,
  colour: '#808080',
  name: 'harbour.jpg',
  focal: { x: 0.5, y: 0.5 },
  texts: { en: { alt: 'A harbour', caption: '', credit: '' } },
  suggested: { credit: 'Photo: Ada' },
  uploadedBy: 'Ada',
  createdAt: '2026-11-01T08:00:00Z',
  uses: 0,
  verbs: ['describe'],
};

async function open(given: Partial<LibraryPicture> = {}) {
  const screen = await show(<PictureTexts picture={{ ...PICTURE, ...given }} locale="en" />);
  return {
    screen,
    alt: screen.getByRole('textbox', { name: Media.alt }),
    language: screen.getByRole('combobox'),
    save: screen.getByRole('button', { name: Media.saveTexts }),
  };
}

test('texts of two languages are sent together', async () => {
  const { screen, alt, language, save } = await open();
  await alt.fill('A harbour at dawn');
  await language.selectOptions('ru');
  await expect.element(alt).toHaveValue('');
  await alt.fill('Гавань на рассвете');
  answers200();
  await save.click();
  await expect.element(screen.getByText(Media.saved)).toBeVisible();
  expect(sent()).toMatchObject([
    {
      path: `media/${PICTURE.imageId}/describe`,
      body: { texts: { en: { alt: 'A harbour at dawn' }, ru: { alt: 'Гавань на рассвете' } } },
    },
  ]);
});

test('without a connection the text stays, and what is typed next takes the refusal away', async () => {
  const { screen, alt, save } = await open();
  const refusal = screen.getByText(NewsroomRefusals.offline);
  await alt.fill('A harbour at dawn');
  isOffline();
  await save.click();
  await expect.element(refusal).toBeVisible();
  await expect.element(alt).toHaveValue('A harbour at dawn');
  await alt.fill('A harbour at dusk');
  await vi.waitFor(() => expect(refusal.elements()).toEqual([]), 10_000);
});

test('a text of the file itself is offered for an empty field, and is taken only when asked for', async () => {
  const { screen } = await open();
  const credit = screen.getByRole('textbox', { name: Media.credit });
  await expect.element(credit).toHaveValue('');
  const offer = screen.getByText(wordsOf('Media')('suggestion', { text: 'Photo: Ada' }), {
    exact: false,
  });
  await offer.getByRole('button', { name: Media.takeSuggestion }).click();
  await expect.element(credit).toHaveValue('Photo: Ada');
  expect(sent()).toEqual([]);
});

test('who may not describe a picture reads its texts and has nothing to press', async () => {
  const { screen, alt } = await open({ verbs: [] });
  await expect.element(alt).toHaveAttribute('readonly');
  expect(screen.getByRole('button').elements()).toEqual([]);
});
