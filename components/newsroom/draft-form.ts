import { fromZonedField } from '@/lib/i18n/zoned-time';

const listOf = (value: string): string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** A revision as the form has it; the routes check it. Fields stand under their own names. */
export function draftOf(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '');
  const imageId = text('imageId').trim();
  return {
    headline: text('headline'),
    standfirst: text('standfirst'),
    kicker: text('kicker'),
    markdown: text('markdown'),
    authors: listOf(text('authors')),
    topics: listOf(text('topics')),
    image: imageId
      ? {
          imageId,
          alt: text('imageAlt'),
          caption: text('imageCaption'),
          credit: text('imageCredit'),
        }
      : null,
    seoTitle: text('seoTitle'),
    seoDescription: text('seoDescription'),
    embargoUntil: fromZonedField(text('embargoUntil')),
  };
}
