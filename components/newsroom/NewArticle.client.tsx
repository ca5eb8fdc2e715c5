'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { LOCALE_LABELS, LOCALES, type Locale } from '@/lib/i18n/locales';
import { newsroomAddress } from '@/lib/pages/newsroom';
import { categorySlug } from './category-slug';
import { send } from './send';
import styles from './desk/Desk.module.css';
import controls from './ui/controls.module.css';
import { choiceOf, textOf } from './ui/form-values';
import fields from './ui/fields.module.css';
import { useReady } from './use-ready';
import { useSentence } from './use-sentence';

/** The form that creates an article. */
export function NewArticle({
  locale,
  categories,
}: {
  locale: Locale;
  categories: readonly { slug: string; name: string }[];
}) {
  const t = useTranslations('Newsroom');
  const isReady = useReady();
  const sentence = useSentence();
  const create = useMutation({
    mutationFn: (form: FormData) =>
      send('new/articles', null, {
        headline: textOf(form, 'headline'),
        locale: choiceOf(form, 'locale', LOCALES),
        category: categorySlug(textOf(form, 'category')),
      }),
    onSuccess: ({ id }) => location.assign(newsroomAddress(locale, `/article/${id}`)),
  });
  return (
    <details className={styles.fold}>
      <summary>{t('newArticle')}</summary>
      <form
        className={fields.row}
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate(new FormData(event.currentTarget));
        }}
      >
        <label className={fields.wide}>
          {t('headline')}
          <input name="headline" required maxLength={300} />
        </label>
        <label>
          {t('language')}
          <select name="locale" defaultValue={locale}>
            {LOCALES.map((other) => (
              <option key={other} value={other}>
                {LOCALE_LABELS[other].name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('category')}
          <select name="category">
            {categories.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className={controls.primary} disabled={!isReady || create.isPending}>
          {t('begin')}
        </button>
        <p role="alert" className={controls.alert}>
          {sentence(create.error)}
        </p>
      </form>
    </details>
  );
}
