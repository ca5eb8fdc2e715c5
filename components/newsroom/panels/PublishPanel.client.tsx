'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import type { ArticleCommandName } from '@/lib/content/desk/commands';
import type { WorkingArticle } from '@/lib/content/desk/desk';
import { LOCALES, type Locale } from '@/lib/i18n/locales';
import { formatPublicationDate } from '@/lib/i18n/formats';
import type messages from '@/messages/en.json';
import { publication } from '@/publication.config';
import { newsroomAddress } from '@/lib/pages/newsroom';
import { page as articlePage } from '@/lib/pages/article';
import { useDraftValue } from '../draft/DraftProvider.client';
import { Done } from '../publish/Done.client';
import { ScheduleForm } from '../publish/ScheduleForm.client';
import { Warnings } from '../publish/Warnings.client';
import { send } from '../send';
import controls from '../ui/controls.module.css';
import { choiceOf, textOf } from '../ui/form-values';
import fieldStyles from '../ui/fields.module.css';
import statusStyles from '../ui/status.module.css';
import { useReady } from '../use-ready';
import { useSentence } from '../use-sentence';
import { Panel } from './Panel';
import { useCommand, type SentCommand } from './use-command';

/** The commands whose names have a word on a button. */
type LabelledCommand = Extract<ArticleCommandName, keyof (typeof messages)['Newsroom']>;

/** All commands that the user may run on an article in its current status. */
export function PublishPanel({ locale, article }: { locale: Locale; article: WorkingArticle }) {
  const t = useTranslations('Newsroom');
  const publish = useTranslations('NewsroomPublish');
  const draft = useDraftValue((value) => value);
  const [done, setDone] = useState<ArticleCommandName | null>(null);
  const sentence = useSentence();
  const isReady = useReady();
  const { status } = article;
  const run = useCommand(article.id, setDone);
  const translate = useMutation({
    mutationFn: (into: Locale) => send('article/translate', article.id, { locale: into }),
    onSuccess: ({ id }) => location.assign(newsroomAddress(locale, `/article/${id}`)),
  });
  const isBusy = run.isPending || translate.isPending || !isReady;
  const can = (verb: ArticleCommandName) => article.verbs.includes(verb);
  const button = (sent: SentCommand & { name: LabelledCommand }) => (
    <button type="button" disabled={isBusy} onClick={() => run.mutate(sent)}>
      {t(sent.name)}
    </button>
  );
  /** A command with input fields. */
  const form = (label: string, fields: ReactNode, submit: (form: FormData) => void) => (
    <form
      className={fieldStyles.fields}
      onSubmit={(event) => {
        event.preventDefault();
        submit(new FormData(event.currentTarget));
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
    <Panel title={t('publishing')} isOpen>
      <p>
        <span data-status={status} className={statusStyles.status}>
          {t(`status_${status}`)}
        </span>
      </p>
      {isOut && article.version !== article.publishedVersion && <p>{t('unpublishedChanges')}</p>}
      {article.withdrawnReason && <p>{t('withdrawnFor', { reason: article.withdrawnReason })}</p>}
      {status === 'scheduled' && article.publishedAt && (
        <p>
          {publish('scheduledFor', {
            date: formatPublicationDate(article.publishedAt, locale),
            zone: publication.timeZone,
          })}
        </p>
      )}
      {(!isOut || article.version !== article.publishedVersion) && <Warnings draft={draft} />}
      <Done name={run.isSuccess ? done : null} locale={article.locale} slug={article.slug} />
      <p role="alert" className={controls.alert}>
        {sentence(run.error ?? translate.error)}
      </p>
      <div className={controls.buttons}>
        {can('submit') && button({ name: 'submit', input: {} })}
        {can('publish') && button({ name: 'publish', input: (version) => ({ version }) })}
        {can('unschedule') && button({ name: 'unschedule', input: {} })}
        {isOut && (
          <a href={articlePage.href({ locale: article.locale, slug: article.slug })}>
            {t('asReaders')}
          </a>
        )}
      </div>
      {can('update') &&
        form(
          t('update'),
          <label className={fieldStyles.check}>
            <input name="isMarkedUpdated" type="checkbox" />
            {t('tellUpdate')}
            <small>{publish('tellNote')}</small>
          </label>,
          (data) => {
            const isMarkedUpdated = data.get('isMarkedUpdated') === 'on';
            run.mutate({ name: 'update', input: (version) => ({ version, isMarkedUpdated }) });
          },
        )}
      {can('schedule') && (
        <ScheduleForm
          scheduledAt={status === 'scheduled' ? article.publishedAt : null}
          isBusy={isBusy}
          onSchedule={(at) =>
            run.mutate({ name: 'schedule', input: (version) => ({ version, at }) })
          }
        />
      )}
      {can('correct') &&
        form(
          t('correct'),
          <label>
            {t('correction')}
            <textarea name="text" required maxLength={5000} rows={2} lang={article.locale} />
            <small>{publish('correctNote')}</small>
          </label>,
          (data) => run.mutate({ name: 'correct', input: { text: textOf(data, 'text') } }),
        )}
      {can('withdraw') &&
        form(
          t('withdraw'),
          <label>
            {t('reason')}
            <input name="reason" required maxLength={2000} />
          </label>,
          (data) => run.mutate({ name: 'withdraw', input: { reason: textOf(data, 'reason') } }),
        )}
      {can('translate') &&
        form(
          t('translate'),
          <label>
            {t('language')}
            <select name="locale">
              {article.translations
                .filter((translation) => translation.id === null)
                .map((translation) => (
                  <option key={translation.locale}>{translation.locale}</option>
                ))}
            </select>
          </label>,
          (data) => translate.mutate(choiceOf(data, 'locale', LOCALES)),
        )}
    </Panel>
  );
}
