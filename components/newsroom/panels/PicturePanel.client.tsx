'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Draft } from '@/lib/content/draft';
import type { Locale } from '@/lib/i18n/locales';
import { useDraftActions, useDraftValue } from '../draft/DraftProvider.client';
import fieldStyles from '../ui/fields.module.css';
import { useReady } from '../use-ready';
import { Panel } from './Panel';

type Lead = NonNullable<Draft['image']>;
const NONE: Lead = { imageId: '', alt: '', caption: null, credit: null };

/** The picture that leads the article, with its words. */
export function PicturePanel({ language }: { language: Locale }) {
  const t = useTranslations('Newsroom');
  const isReady = useReady();
  const { change, mayWrite } = useDraftActions();
  const image = useDraftValue((draft) => draft.image);
  const [fields, setFields] = useState(image ?? NONE);
  const turn = (patch: Partial<Lead>) => {
    const next = { ...fields, ...patch };
    setFields(next);
    // Half an id is no picture yet.
    if (next.imageId === '') change({ image: null });
    else if (/^[0-9a-f]{32}$/.test(next.imageId)) change({ image: next });
  };
  return (
    <Panel title={t('leadPicture')}>
      <fieldset
        className={`${fieldStyles.fields} ${fieldStyles.bare}`}
        disabled={!mayWrite || !isReady}
      >
        <label>
          {t('pictureId')}
          <input
            pattern="[0-9a-f]{32}"
            value={fields.imageId}
            spellCheck={false}
            onChange={({ target }) => turn({ imageId: target.value.trim() })}
          />
        </label>
        <label>
          {t('pictureAlt')}
          <input
            maxLength={1000}
            lang={language}
            value={fields.alt}
            onChange={({ target }) => turn({ alt: target.value })}
          />
        </label>
        <label>
          {t('pictureCaption')}
          <input
            maxLength={2000}
            lang={language}
            value={fields.caption ?? ''}
            onChange={({ target }) => turn({ caption: target.value || null })}
          />
        </label>
        <label>
          {t('pictureCredit')}
          <input
            maxLength={500}
            lang={language}
            value={fields.credit ?? ''}
            onChange={({ target }) => turn({ credit: target.value || null })}
          />
        </label>
      </fieldset>
    </Panel>
  );
}
