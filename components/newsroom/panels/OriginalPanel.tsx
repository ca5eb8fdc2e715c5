import { getTranslations } from 'next-intl/server';
import { Body } from '@/components/article/Body';
import type { Picture } from '@/lib/content/article';
import type { Original } from '@/lib/content/desk/desk';
import { LOCALE_LABELS, type Locale } from '@/lib/i18n/locales';
import { newsroomAddress } from '@/lib/pages/newsroom';
import controls from '../ui/controls.module.css';
import styles from './OriginalPanel.module.css';
import { Panel } from './Panel';

/** The original beside its translation: each block has a number, so that the two can be matched. */
export async function OriginalPanel({
  locale,
  original,
  pictures,
}: {
  locale: Locale;
  original: Original;
  pictures: Record<string, Picture>;
}) {
  const t = await getTranslations({ locale, namespace: 'NewsroomOriginal' });
  const { id, version, translatedVersion, headline, standfirst, body } = original;
  const isNewer = translatedVersion !== null && translatedVersion < version;
  return (
    <Panel title={t('title', { language: LOCALE_LABELS[original.locale].name })} isOpen>
      {isNewer && (
        <p className={controls.alert}>
          {t('changed')}{' '}
          <a
            href={newsroomAddress(
              locale,
              `/article/${id}/compare?from=${translatedVersion}&to=${version}`,
            )}
          >
            {t('compare')}
          </a>
        </p>
      )}
      <div lang={original.locale} className={styles.text}>
        <p className={styles.headline}>{headline}</p>
        {standfirst && <p className={styles.standfirst}>{standfirst}</p>}
        <ol className={styles.blocks}>
          {body.content.map((block, at) => (
            <li key={at}>
              <Body
                body={{ type: 'doc', content: [block] }}
                pictures={pictures}
                locale={original.locale}
              />
            </li>
          ))}
        </ol>
      </div>
      <p className={controls.note}>
        <a href={newsroomAddress(locale, `/article/${id}`)}>{t('open')}</a>
      </p>
    </Panel>
  );
}
