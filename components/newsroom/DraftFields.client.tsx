'use client';
import { useTranslations } from 'next-intl';
import type { Draft } from '@/lib/content/draft';
import type { Locale } from '@/lib/i18n/locales';
import { toZonedField } from '@/lib/i18n/zoned-time';
import styles from './Newsroom.module.css';

export interface Names {
  authors: readonly { slug: string; name: string }[];
  topics: readonly { slug: string; name: string }[];
}

/** The fields of a revision: the text in the middle, the rest under it. */
export function DraftFields({
  draft,
  markdown,
  language,
  names,
}: {
  draft: Draft;
  markdown: string;
  /** Of the article, not of the screen. */
  language: Locale;
  names: Names;
}) {
  const t = useTranslations('Newsroom');
  const listed = (list: Names['authors']) =>
    list.map(({ slug, name }) => `${slug} (${name})`).join(', ');
  return (
    <>
      <label>
        {t('headline')}
        <textarea
          name="headline"
          className={styles.headline}
          lang={language}
          required
          maxLength={300}
          rows={2}
          defaultValue={draft.headline}
        />
      </label>
      <label>
        {t('standfirst')}
        <textarea
          name="standfirst"
          lang={language}
          maxLength={1000}
          rows={3}
          defaultValue={draft.standfirst ?? ''}
        />
      </label>
      <label>
        {t('body')}
        <textarea
          name="markdown"
          className={styles.body}
          lang={language}
          rows={24}
          defaultValue={markdown}
          spellCheck
        />
      </label>
      <fieldset>
        <legend>{t('head')}</legend>
        <label>
          {t('kicker')}
          <input name="kicker" lang={language} maxLength={80} defaultValue={draft.kicker ?? ''} />
        </label>
        <label>
          {t('authors')}
          <input name="authors" defaultValue={draft.authors.join(', ')} />
        </label>
        <details>
          <summary>{t('known')}</summary>
          <p>{listed(names.authors)}</p>
        </details>
        <label>
          {t('topics')}
          <input name="topics" defaultValue={draft.topics.join(', ')} />
        </label>
        <details>
          <summary>{t('known')}</summary>
          <p>{listed(names.topics)}</p>
        </details>
        <label>
          {t('embargo')}
          <input
            name="embargoUntil"
            type="datetime-local"
            defaultValue={draft.embargoUntil ? toZonedField(draft.embargoUntil) : ''}
          />
        </label>
      </fieldset>
      <fieldset>
        <legend>{t('leadPicture')}</legend>
        <label>
          {t('pictureId')}
          <input
            name="imageId"
            pattern="[0-9a-f]{32}"
            defaultValue={draft.image?.imageId ?? ''}
            spellCheck={false}
          />
        </label>
        <label>
          {t('pictureAlt')}
          <input name="imageAlt" maxLength={1000} defaultValue={draft.image?.alt ?? ''} />
        </label>
        <label>
          {t('pictureCaption')}
          <input name="imageCaption" maxLength={2000} defaultValue={draft.image?.caption ?? ''} />
        </label>
        <label>
          {t('pictureCredit')}
          <input name="imageCredit" maxLength={500} defaultValue={draft.image?.credit ?? ''} />
        </label>
      </fieldset>
      <fieldset>
        <legend>{t('seo')}</legend>
        <label>
          {t('seoTitle')}
          <input name="seoTitle" maxLength={300} defaultValue={draft.seoTitle ?? ''} />
        </label>
        <label>
          {t('seoDescription')}
          <textarea
            name="seoDescription"
            maxLength={1000}
            rows={2}
            defaultValue={draft.seoDescription ?? ''}
          />
        </label>
      </fieldset>
    </>
  );
}
