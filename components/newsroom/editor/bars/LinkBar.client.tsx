'use client';
import { useQuery } from '@tanstack/react-query';
import type { Editor } from '@tiptap/core';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useState } from 'react';
import { embedAddress, linkAddress } from '@/lib/content/html/addresses';
import type { LinkTarget } from '@/lib/content/body/link-target';
import { formatShortDate } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { ask } from '../../ask';
import controls from '../../ui/controls.module.css';
import { BarFrame } from './BarFrame.client';
import styles from './Bars.module.css';

/** A domain, or any text that starts like a URL. */
const ADDRESS = /^(https?:|mailto:|\/|#|www\.|[\w-]+(\.[\w-]+)*\.\p{L}{2,}(\/|$))/iu;

const asAddress = (text: string): string | null => {
  const trimmed = text.trim();
  if (!ADDRESS.test(trimmed)) return null;
  return linkAddress(/^(\w+:|\/|#)/.test(trimmed) ? trimmed : `https://${trimmed}`, null);
};

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
  const found = useQuery({
    queryKey: ['links', language, words],
    queryFn: ({ signal }) =>
      ask<{ targets: LinkTarget[] }>(
        `links?${new URLSearchParams({ locale: language, q: words }).toString()}`,
        signal,
      ),
    enabled: isWords,
    placeholderData: (last) => last,
  });
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
        <ul className={styles.found}>
          {targets.map(({ id, headline, href, publishedAt }) => (
            <li key={id}>
              <button type="button" lang={language} onClick={() => put(href, headline)}>
                {headline}
                <small lang={locale}>
                  {publishedAt ? formatShortDate(publishedAt, locale) : t('linkNotOut')}
                </small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </BarFrame>
  );
}

/**
 * Links the selection, or the link at the cursor; without a selection, `name` is inserted as the link text.
 */
function putLink(editor: Editor, href: string, name: string): void {
  const { empty, $from } = editor.state.selection;
  if (editor.isActive('link'))
    return void editor.chain().extendMarkRange('link').setMark('link', { href }).run();
  if (!empty) return void editor.commands.setMark('link', { href });
  const embed = embedAddress(href);
  if (embed && $from.depth === 1 && $from.parent.content.size === 0) {
    editor.commands.insertContent([{ type: 'embed', attrs: embed }, { type: 'paragraph' }]);
  } else {
    const marks = [{ type: 'link', attrs: { href } }];
    editor.commands.insertContent({ type: 'text', text: name, marks });
  }
}
