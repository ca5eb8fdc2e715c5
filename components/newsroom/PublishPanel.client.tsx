'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import type { ArticleVerb, WorkingArticle } from '@/lib/content/desk';
import type { Locale } from '@/lib/i18n/locales';
import { fromZonedField } from '@/lib/i18n/zoned-time';
import { publication } from '@/publication.config';
import styles from './Newsroom.module.css';
import { send } from './send';
import { useSentence } from './use-sentence';

type Wish = Record<string, unknown>;

/** Everything that can be done with an article in its present status by who looks at it. */
export function PublishPanel({
  locale,
  article,
  settle,
  isReady,
}: {
  locale: Locale;
  article: WorkingArticle;
  /** Saves what is not saved yet, and answers the version on the screen. */
  settle: () => Promise<number>;
  isReady: boolean;
}) {
  const t = useTranslations('Newsroom');
  const router = useRouter();
  const sentence = useSentence();
  const { id, status } = article;
  const run = useMutation({
    mutationFn: async ({
      name,
      wish,
    }: {
      name: string;
      wish: Wish | 'version' | ((version: number) => Wish);
    }) => {
      const told =
        typeof wish === 'function'
          ? wish(await settle())
          : wish === 'version'
            ? { version: await settle() }
            : wish;
      return send<Wish>('POST', `articles/${id}/${name}`, told);
    },
    onSuccess: (answer, { name }) => {
      if (name === 'translate')
        location.assign(`/${locale}/newsroom/article/${String(answer['id'])}`);
      else if (name === 'preview-link')
        open(`/${article.locale}/preview/${String(answer['token'])}`, '_blank', 'noopener');
      router.refresh();
    },
  });
  const isBusy = run.isPending || !isReady;
  const can = (verb: ArticleVerb, ...statuses: readonly (typeof status)[]) =>
    article.verbs.includes(verb) && (statuses.length === 0 || statuses.includes(status));
  const button = (name: string, label: string, wish: Wish | 'version') => (
    <button type="button" disabled={isBusy} onClick={() => run.mutate({ name, wish })}>
      {label}
    </button>
  );
  /** A command that is told something first. */
  const form = (
    name: string,
    label: string,
    fields: ReactNode,
    wishOf: (form: FormData) => Wish | ((version: number) => Wish),
  ) => (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault();
        run.mutate({ name, wish: wishOf(new FormData(event.currentTarget)) });
      }}
    >
      {fields}
      <button type="submit" disabled={isBusy}>
        {label}
      </button>
    </form>
  );
  const isOut = status === 'published';
  return (
    <section className={styles.side} aria-labelledby="publishing">
      <h2 id="publishing">{t('publishing')}</h2>
      <p>
        <span data-status={status} className={styles.status}>
          {t(`status_${status}`)}
        </span>
      </p>
      {isOut && article.version !== article.publishedVersion && <p>{t('unpublishedChanges')}</p>}
      {article.withdrawnReason && <p>{t('withdrawnFor', { reason: article.withdrawnReason })}</p>}
      <p role="alert" className={styles.alert}>
        {sentence(run.error)}
      </p>
      <div className={styles.buttons}>
        {can('submit', 'draft') && button('submit', t('submit'), {})}
        {can('publish', 'draft', 'in_review', 'scheduled', 'withdrawn') &&
          button('publish', t('publish'), 'version')}
        {can('unschedule', 'scheduled') && button('unschedule', t('unschedule'), {})}
        {can('preview') && button('preview-link', t('preview'), { version: null, days: 1 })}
        {isOut && <a href={`/${article.locale}/post/${article.slug}`}>{t('asReaders')}</a>}
      </div>
      {can('update', 'published') &&
        form(
          'update',
          t('update'),
          <label className={styles.check}>
            <input name="isTold" type="checkbox" />
            {t('tellUpdate')}
          </label>,
          (data) => (version) => ({ version, isTold: data.get('isTold') === 'on' }),
        )}
      {can('schedule', 'draft', 'in_review', 'scheduled') &&
        form(
          'schedule',
          t('schedule'),
          <label>
            {t('scheduleAt')}
            <input name="at" type="datetime-local" required />
          </label>,
          (data) => (version) => ({ version, at: fromZonedField(String(data.get('at'))) }),
        )}
      {can('correct', 'published') &&
        form(
          'correct',
          t('correct'),
          <label>
            {t('correction')}
            <textarea name="text" required maxLength={5000} rows={2} lang={article.locale} />
          </label>,
          (data) => ({ text: data.get('text') }),
        )}
      {can('withdraw', 'published') &&
        form(
          'withdraw',
          t('withdraw'),
          <label>
            {t('reason')}
            <input name="reason" required maxLength={2000} />
          </label>,
          (data) => ({ reason: data.get('reason') }),
        )}
      {can('change-slug') &&
        form(
          'change-slug',
          t('changeSlug'),
          <label>
            {t('slug')}
            <input
              name="slug"
              required
              maxLength={120}
              defaultValue={article.slug}
              spellCheck={false}
            />
          </label>,
          (data) => ({ slug: data.get('slug') }),
        )}
      {can('move') &&
        form(
          'move',
          t('move'),
          <label>
            {t('category')}
            <select name="category" defaultValue={article.category}>
              {publication.categories.map(({ slug, names }) => (
                <option key={slug} value={slug}>
                  {names[locale]}
                </option>
              ))}
            </select>
          </label>,
          (data) => ({ category: data.get('category') }),
        )}
      {can('translate') &&
        form(
          'translate',
          t('translate'),
          <label>
            {t('language')}
            <select name="locale">
              {article.tellings
                .filter((telling) => telling.id === null)
                .map((telling) => (
                  <option key={telling.locale}>{telling.locale}</option>
                ))}
            </select>
          </label>,
          (data) => ({ locale: data.get('locale') }),
        )}
    </section>
  );
}
