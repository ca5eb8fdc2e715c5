'use client';
import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import type { ArticleCommandName } from '@/lib/content/desk/commands';
import type { WorkingArticle } from '@/lib/content/desk/desk';
import type { Locale } from '@/lib/i18n/locales';
import { formatPublicationDate } from '@/lib/i18n/formats';
import { publication } from '@/publication.config';
import { useDraftValue } from '../draft/DraftProvider.client';
import { Done } from '../publish/Done.client';
import { ScheduleForm } from '../publish/ScheduleForm.client';
import { Warnings } from '../publish/Warnings.client';
import controls from '../ui/controls.module.css';
import fieldStyles from '../ui/fields.module.css';
import statusStyles from '../ui/status.module.css';
import { useReady } from '../use-ready';
import { useSentence } from '../use-sentence';
import { Panel } from './Panel';
import { useCommand, type Wish } from './use-command';

/** All commands that the user may run on an article in its current status. */
export function PublishPanel({ locale, article }: { locale: Locale; article: WorkingArticle }) {
  const t = useTranslations('Newsroom');
  const publish = useTranslations('NewsroomPublish');
  const draft = useDraftValue((value) => value);
  const [done, setDone] = useState<string | null>(null);
  const sentence = useSentence();
  const isReady = useReady();
  const { status } = article;
  const run = useCommand(article.id, (answer, name) => {
    if (name === 'translate')
      location.assign(`/${locale}/newsroom/article/${String(answer['id'])}`);
    setDone(name);
  });
  const isBusy = run.isPending || !isReady;
  const can = (verb: ArticleCommandName) => article.verbs.includes(verb);
  const button = (name: string, label: string, wish: Parameters<typeof run.mutate>[0]['wish']) => (
    <button type="button" disabled={isBusy} onClick={() => run.mutate({ name, wish })}>
      {label}
    </button>
  );
  /** A command with input fields. */
  const form = (
    name: string,
    label: string,
    fields: ReactNode,
    wishOf: (form: FormData) => Wish | ((version: number) => Wish),
  ) => (
    <form
      className={fieldStyles.fields}
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
        {sentence(run.error)}
      </p>
      <div className={controls.buttons}>
        {can('submit') && button('submit', t('submit'), {})}
        {can('publish') && button('publish', t('publish'), (version) => ({ version }))}
        {can('unschedule') && button('unschedule', t('unschedule'), {})}
        {isOut && <a href={`/${article.locale}/post/${article.slug}`}>{t('asReaders')}</a>}
      </div>
      {can('update') &&
        form(
          'update',
          t('update'),
          <label className={fieldStyles.check}>
            <input name="isTold" type="checkbox" />
            {t('tellUpdate')}
            <small>{publish('tellNote')}</small>
          </label>,
          (data) => (version) => ({ version, isTold: data.get('isTold') === 'on' }),
        )}
      {can('schedule') && (
        <ScheduleForm
          scheduledAt={status === 'scheduled' ? article.publishedAt : null}
          isBusy={isBusy}
          onSchedule={(at) =>
            run.mutate({ name: 'schedule', wish: (version) => ({ version, at }) })
          }
        />
      )}
      {can('correct') &&
        form(
          'correct',
          t('correct'),
          <label>
            {t('correction')}
            <textarea name="text" required maxLength={5000} rows={2} lang={article.locale} />
            <small>{publish('correctNote')}</small>
          </label>,
          (data) => ({ text: data.get('text') }),
        )}
      {can('withdraw') &&
        form(
          'withdraw',
          t('withdraw'),
          <label>
            {t('reason')}
            <input name="reason" required maxLength={2000} />
          </label>,
          (data) => ({ reason: data.get('reason') }),
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
    </Panel>
  );
}
