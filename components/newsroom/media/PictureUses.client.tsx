'use client';
import { useTranslations } from 'next-intl';
import type { LibraryPicture, PictureUse } from '@/lib/content/desk/media';
import type { Locale } from '@/lib/i18n/locales';
import { newsroomAddress } from '@/lib/pages/newsroom';
import controls from '../ui/controls.module.css';
import table from '../ui/table.module.css';

/** The articles that use a picture; those that the user may not read are counted. */
export function PictureUses({
  picture,
  uses,
  hidden,
  locale,
}: {
  picture: LibraryPicture;
  /** Those that the user may read. */
  uses: readonly PictureUse[];
  /** The number of the others. */
  hidden: number;
  locale: Locale;
}) {
  const t = useTranslations('Media');
  return (
    <>
      <h3>{t('shownIn')}</h3>
      {picture.uses === 0 && <p>{t('used', { count: 0 })}</p>}
      <ul className={table.rows}>
        {uses.map((use) => (
          <li key={use.articleId}>
            <a href={newsroomAddress(locale, `/article/${use.articleId}`)} lang={use.locale}>
              {use.headline}
            </a>
            <span className={controls.note}>{t(`where_${use.where}`)}</span>
          </li>
        ))}
        {hidden > 0 && <li className={controls.note}>{t('hidden', { count: hidden })}</li>}
      </ul>
    </>
  );
}
