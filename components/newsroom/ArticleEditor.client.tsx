'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import type { WorkingArticle } from '@/lib/content/desk';
import type { Locale } from '@/lib/i18n/locales';
import { draftOf } from './draft-form';
import { DraftFields, type Names } from './DraftFields.client';
import styles from './Newsroom.module.css';
import { PublishPanel } from './PublishPanel.client';
import { send, SendError } from './send';
import { useReady } from './use-ready';
import { useSentence } from './use-sentence';

interface Saved {
  version: number;
  problems: { line: number; reason: string }[];
}

/** The form that an article is written in, and what is done with what was written. */
export function ArticleEditor({
  locale,
  article,
  markdown,
  names,
}: {
  locale: Locale;
  article: WorkingArticle;
  markdown: string;
  names: Names;
}) {
  const t = useTranslations('Newsroom');
  const router = useRouter();
  const sentence = useSentence();
  const form = useRef<HTMLFormElement>(null);
  const [version, setVersion] = useState(article.version);
  const [isDirty, setIsDirty] = useState(false);
  const isReady = useReady();

  const save = useMutation({
    mutationFn: (base: number) => {
      if (!form.current?.reportValidity()) throw new SendError('invalid', t('headline'));
      const draft = draftOf(new FormData(form.current));
      setIsDirty(false);
      return send<Saved>('POST', `articles/${article.id}/save-markdown`, { version: base, draft });
    },
    onSuccess: (saved) => {
      setVersion(saved.version);
      router.refresh();
    },
    onError: () => setIsDirty(true),
  });
  const newer = save.error instanceof SendError ? save.error.version : undefined;
  const mayWrite = article.verbs.includes('save');

  useEffect(() => {
    if (!isDirty) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isDirty]);

  /** The version to publish: what is on the screen, saved first where it is not yet. */
  const settle = async () => (isDirty ? (await save.mutateAsync(version)).version : version);

  const state = save.isPending
    ? t('saving')
    : isDirty
      ? t('unsaved')
      : t('savedAs', { version: String(version) });
  return (
    <div className={styles.work} data-ready={isReady ? '' : undefined}>
      <form
        ref={form}
        className={styles.fields}
        onChange={() => setIsDirty(true)}
        onKeyDown={(event) => {
          if (!(event.ctrlKey || event.metaKey) || event.key !== 's') return;
          event.preventDefault();
          if (mayWrite) save.mutate(version);
        }}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(version);
        }}
      >
        <div className={styles.state}>
          <button
            type="submit"
            className={styles.primary}
            disabled={!mayWrite || !isReady || save.isPending}
            aria-keyshortcuts="Control+S"
          >
            {t('save')}
          </button>
          <p role="status">{state}</p>
        </div>
        <div role="alert" className={styles.alert}>
          {sentence(save.error)}
          {newer !== undefined && (
            <p>
              <a
                href={`/${locale}/newsroom/article/${article.id}/compare?from=${version}&to=${newer}`}
                target="_blank"
              >
                {t('seeNewer')}
              </a>{' '}
              <button type="button" onClick={() => save.mutate(newer)}>
                {t('saveOnTop')}
              </button>
            </p>
          )}
        </div>
        {save.data?.problems.map(({ line, reason }) => (
          <p key={`${line} ${reason}`} className={styles.note}>
            {t('problem', { line: String(line), reason })}
          </p>
        ))}
        <fieldset disabled={!mayWrite} className={styles.plain}>
          <DraftFields
            draft={article.draft}
            markdown={markdown}
            language={article.locale}
            names={names}
          />
        </fieldset>
      </form>
      <PublishPanel locale={locale} article={article} settle={settle} isReady={isReady} />
    </div>
  );
}
