'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ArticleCommandName } from '@/lib/content/desk/commands';
import type { WorkingArticle } from '@/lib/content/desk/desk';
import type { Locale } from '@/lib/i18n/locales';
import type messages from '@/messages/en.json';
import { newsroomAddress } from '@/lib/pages/newsroom';
import { page as articlePage } from '@/lib/pages/article';
import { useDraftValue } from '../draft/DraftProvider.client';
import { Done } from '../publish/Done.client';
import { PublishState } from '../publish/PublishState.client';
import { ScheduleForm } from '../publish/ScheduleForm.client';
import {
  CorrectionForm,
  TranslateForm,
  UpdateForm,
  WithdrawForm,
} from '../publish/CommandForms.client';
import { Warnings } from '../publish/Warnings.client';
import { send } from '../send';
import controls from '../ui/controls.module.css';
import { useReady } from '../use-ready';
import { useSentence } from '../use-sentence';
import { Panel } from './Panel';
import { useCommand, type SentCommand } from './use-command';

/** The commands whose names have a word on a button. */
type LabelledCommand = Extract<ArticleCommandName, keyof (typeof messages)['Newsroom']>;

/** All commands that the user may run on an article in its current status. */
export function PublishPanel({ locale, article }: { locale: Locale; article: WorkingArticle }) {
  const t = useTranslations('Newsroom');
  const draft = useDraftValue((value) => value);
  const [done, setDone] = useState<ArticleCommandName | null>(null);
  const sentence = useSentence();
  const isReady = useReady();
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
  const isOut = article.status === 'published';
  return (
    <Panel title={t('publishing')} isOpen>
      <PublishState article={article} locale={locale} />
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
      {can('update') && (
        <UpdateForm
          isBusy={isBusy}
          onUpdate={(isMarkedUpdated) =>
            run.mutate({ name: 'update', input: (version) => ({ version, isMarkedUpdated }) })
          }
        />
      )}
      {can('schedule') && (
        <ScheduleForm
          scheduledAt={article.status === 'scheduled' ? article.publishedAt : null}
          isBusy={isBusy}
          onSchedule={(at) =>
            run.mutate({ name: 'schedule', input: (version) => ({ version, at }) })
          }
        />
      )}
      {can('correct') && (
        <CorrectionForm
          language={article.locale}
          isBusy={isBusy}
          onCorrect={(text) => run.mutate({ name: 'correct', input: { text } })}
        />
      )}
      {can('withdraw') && (
        <WithdrawForm
          isBusy={isBusy}
          onWithdraw={(reason) => run.mutate({ name: 'withdraw', input: { reason } })}
        />
      )}
      {can('translate') && (
        <TranslateForm
          translations={article.translations}
          isBusy={isBusy}
          onTranslate={(into) => translate.mutate(into)}
        />
      )}
    </Panel>
  );
}
