'use client';
import { useTranslations } from 'next-intl';
import type { Locale } from '@/lib/i18n/locales';
import { useDraftActions, useDraftValue } from '../draft/DraftProvider.client';
import { LeadPicture } from '../media/LeadPicture.client';
import { useReady } from '../use-ready';
import { Panel } from './Panel';

/** The panel of the lead picture, with its texts and crops. */
export function PicturePanel({ language }: { language: Locale }) {
  const t = useTranslations('Media');
  const isReady = useReady();
  const { change, mayWrite } = useDraftActions();
  const image = useDraftValue((draft) => draft.image);
  return (
    <Panel title={t('lead')}>
      <LeadPicture
        image={image}
        language={language}
        isReadOnly={!mayWrite || !isReady}
        onChange={(next) => change({ image: next })}
      />
    </Panel>
  );
}
