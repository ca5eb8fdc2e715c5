'use client';
import { useQuery } from '@tanstack/react-query';
import type { Editor } from '@tiptap/core';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useState } from 'react';
import type { LinkTarget } from '@/lib/content/body/link-target';
import { formatShortDate } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { ask } from '../../ask';
import controls from '../../ui/controls.module.css';
import { BarFrame } from './BarFrame.client';
import styles from './Bars.module.css';
import { asAddress, putLink } from './put-link';

/** Links the selected words to a URL, or to a story found by search. */
export function LinkBar({
  editor,
  locale,
  language,
  onClose,
}: {
  editor: Editor;
  locale: Locale;
  /** The article's language: the search finds stories in it. */
  language: Locale;
  onClose: () => void;
}) {
  const t = useTranslations('NewsroomEditor');
  const [text, setText] = useState(() => String(editor.getAttributes('link')['href'] ?? ''));
  const [isRefused, setRefused] = useState(false);
  const words = useDeferredValue(text.trim());
  const isWords = words !== '' && asAddress(words) === null;
  const found = useStories(language, isWords ? words : null);
  const targets = isWords ? (found.data?.targets ?? []) : [];

  const put = (href: string, name: string) => {
    putLink(editor, href, name);
    onClose();
  };
  const submit = () => {
    const href = asAddress(text);
    const [first] = targets;
    if (href) return put(href, text.trim());
    if (first && words === text.trim()) return put(first.href, first.headline);
    setRefused(true);
  };
  return (
    <BarFrame title={t('link')} onClose={onClose}>
      <form
        className={styles.row}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <label>
          {t('linkTo')}
          <input
            autoFocus
            value={text}
            aria-describedby="link-found"
            onChange={({ target }) => {
              setText(target.value);
              setRefused(false);
            }}
          />
        </label>
        <button type="submit">{t('linkSet')}</button>
        {editor.isActive('link') && (
          <button
            type="button"
            onClick={() => {
              editor.chain().extendMarkRange('link').unsetMark('link').run();
              onClose();
            }}
          >
            {t('linkUnset')}
          </button>
        )}
      </form>
      <p id="link-found" role="status" className={isRefused ? controls.alert : controls.note}>
        {isRefused
          ? t('linkRefused')
          : isWords && found.data && t('linkFound', { count: targets.length })}
      </p>
      {targets.length > 0 && (
        <FoundStories targets={targets} locale={locale} language={language} onPick={put} />
      )}
    </BarFrame>
  );
}

/**
 * Searches stories to link to.
 * @param words - null for no search
 */
function useStories(language: Locale, words: string | null) {
  return useQuery({
    queryKey: ['links', language, words],
    queryFn: ({ signal }) =>
      ask<{ targets: LinkTarget[] }>(
        `links?${new URLSearchParams({ locale: language, q: words ?? '' }).toString()}`,
        signal,
      ),
    enabled: words !== null,
    placeholderData: (last) => last,
  });
}

/** The stories that the search found; a press links to one. */
function FoundStories({
  targets,
  locale,
  language,
  onPick,
}: {
  targets: readonly LinkTarget[];
  locale: Locale;
  language: Locale;
  onPick: (href: string, headline: string) => void;
}) {
  const t = useTranslations('NewsroomEditor');
  return (
    <ul className={styles.found}>
      {targets.map(({ id, headline, href, publishedAt }) => (
        <li key={id}>
          <button type="button" lang={language} onClick={() => onPick(href, headline)}>
            {headline}
            <small lang={locale}>
              {publishedAt ? formatShortDate(publishedAt, locale) : t('linkNotOut')}
            </small>
          </button>
        </li>
      ))}
    </ul>
  );
}
