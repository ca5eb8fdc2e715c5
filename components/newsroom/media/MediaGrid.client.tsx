'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { MEDIA_USES, textIn, type LibraryPicture, type MediaQuery } from '@/lib/content/desk/media';
import { cropAddress } from '@/lib/content/body/picture';
import type { Locale } from '@/lib/i18n/locales';
import controls from '../ui/controls.module.css';
import fields from '../ui/fields.module.css';
import { readLibrary } from './ask-media';
import styles from './Media.module.css';

/** Milliseconds after the last keystroke before the library is searched. */
const TYPING = 250;
const EVERYTHING: Pick<MediaQuery, 'q' | 'credit' | 'use' | 'mine'> = {
  q: '',
  credit: '',
  use: 'any',
  mine: '0',
};

/** The React Query key prefix of the library's data. */
export const LIBRARY_KEY = ['media'] as const;

/** The library's pictures as an endless grid, searchable by words, credit and use. */
export function MediaGrid({
  current = null,
  onChoose,
}: {
  /** Id of the picture that is open. */
  current?: string | null;
  onChoose: (picture: LibraryPicture) => void;
}) {
  const t = useTranslations('Media');
  const [typed, setTyped] = useState(EVERYTHING);
  const [query, setQuery] = useState(EVERYTHING);
  useEffect(() => {
    const timer = setTimeout(() => setQuery(typed), TYPING);
    return () => clearTimeout(timer);
  }, [typed]);
  const library = useInfiniteQuery({
    queryKey: [...LIBRARY_KEY, query],
    queryFn: ({ pageParam }) => readLibrary(query, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = library;
  const end = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const button = end.current;
    if (!button || !hasNextPage || isFetchingNextPage) return;
    const observer = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && void fetchNextPage(),
      { rootMargin: '300px' },
    );
    observer.observe(button);
    return () => observer.disconnect();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  const pictures = library.data?.pages.flatMap((page) => page.pictures) ?? [];
  return (
    <div className={styles.library}>
      <Search typed={typed} onChange={(change) => setTyped({ ...typed, ...change })} />
      {library.isError && (
        <p role="alert" className={controls.alert}>
          {t('failed')}{' '}
          <button type="button" onClick={() => void library.refetch()}>
            {t('tryAgain')}
          </button>
        </p>
      )}
      {library.isPending && <p className={controls.note}>{t('loading')}</p>}
      {library.isSuccess && pictures.length === 0 && <p>{t('nothing')}</p>}
      <ul className={styles.grid} aria-label={t('found')} aria-busy={library.isFetching}>
        {pictures.map((picture) => (
          <li key={picture.imageId}>
            <Cell picture={picture} isCurrent={picture.imageId === current} onChoose={onChoose} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <button
          ref={end}
          type="button"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t('more')}
        </button>
      )}
    </div>
  );
}

/** The fields by which the library is searched. */
function Search({
  typed,
  onChange,
}: {
  typed: typeof EVERYTHING;
  onChange: (change: Partial<typeof EVERYTHING>) => void;
}) {
  const t = useTranslations('Media');
  return (
    <div className={fields.row} role="search">
      <label className={fields.wide}>
        {t('words')}
        <input
          type="search"
          maxLength={200}
          value={typed.q}
          onChange={(event) => onChange({ q: event.target.value })}
        />
      </label>
      <label>
        {t('creditFilter')}
        <input
          type="search"
          maxLength={200}
          value={typed.credit}
          onChange={(event) => onChange({ credit: event.target.value })}
        />
      </label>
      <label>
        {t('use')}
        <select
          value={typed.use}
          onChange={(event) => onChange({ use: event.target.value as MediaQuery['use'] })}
        >
          {MEDIA_USES.map((use) => (
            <option key={use} value={use}>
              {t(`use_${use}`)}
            </option>
          ))}
        </select>
      </label>
      <label className={fields.check}>
        <input
          type="checkbox"
          checked={typed.mine === '1'}
          onChange={(event) => onChange({ mine: event.target.checked ? '1' : '0' })}
        />
        {t('mine')}
      </label>
    </div>
  );
}

/** One picture of the grid. */
function Cell({
  picture,
  isCurrent,
  onChoose,
}: {
  picture: LibraryPicture;
  isCurrent: boolean;
  onChoose: (picture: LibraryPicture) => void;
}) {
  const t = useTranslations('Media');
  const locale = useLocale() as Locale;
  return (
    <button
      type="button"
      className={styles.cell}
      aria-current={isCurrent || undefined}
      onClick={() => onChoose(picture)}
    >
      <img
        src={cropAddress(picture, '4x3', 480, 'webp')}
        width={480}
        height={360}
        alt={textIn(picture.texts, locale).alt}
        loading="lazy"
        decoding="async"
      />
      <span className={styles.file}>{picture.name}</span>
      <span className={controls.note}>{t('used', { count: picture.uses })}</span>
    </button>
  );
}
