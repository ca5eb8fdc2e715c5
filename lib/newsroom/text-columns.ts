import { plainText } from '../content/body/plain-text.ts';
import type { Draft } from '../content/draft/draft.ts';
import { readingMinutes } from '../content/reading-time.ts';

/** What of a text has columns of its own in an article's row. */
type ArticleText = Pick<
  Draft,
  'headline' | 'standfirst' | 'kicker' | 'body' | 'image' | 'seoTitle' | 'seoDescription'
>;

/** The columns of an article's row that follow from its text. */
export const textColumns = ({
  headline,
  standfirst,
  kicker,
  body,
  image,
  seoTitle,
  seoDescription,
}: ArticleText) => ({
  headline,
  standfirst,
  kicker,
  body,
  readingMinutes: readingMinutes(plainText(body)),
  imageId: image?.imageId ?? null,
  imageAlt: image?.alt ?? null,
  imageCaption: image?.caption ?? null,
  imageCredit: image?.credit ?? null,
  seoTitle,
  seoDescription,
});
