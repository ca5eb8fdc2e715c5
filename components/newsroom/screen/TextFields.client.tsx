'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Locale } from '@/lib/i18n/locales';
import { useDraftActions, useDraftValue } from '../draft/DraftProvider.client';
import { useReady } from '../use-ready';
import { GrowingText } from './GrowingText.client';
import styles from './Screen.module.css';

const LONGEST = { kicker: 80, headline: 300, standfirst: 1000 } as const;

/**
 * Kicker, headline and standfirst, edited in the place and style in which readers see them; the body follows.
 */
export function TextFields({ language, children }: { language: Locale; children: ReactNode }) {
  return (
    <div className={styles.text} data-text-fields>
      {(['kicker', 'headline', 'standfirst'] as const).map((name) => (
        <TextField key={name} name={name} language={language} />
      ))}
      {children}
    </div>
  );
}

function TextField({ name, language }: { name: keyof typeof LONGEST; language: Locale }) {
  const t = useTranslations('Newsroom');
  const { change, mayWrite } = useDraftActions();
  const value = useDraftValue((draft) => draft[name]) ?? '';
  const isReady = useReady();
  return (
    <GrowingText
      label={t(name)}
      language={language}
      value={value}
      longest={LONGEST[name]}
      className={styles[name]}
      isRequired={name === 'headline'}
      isDisabled={!mayWrite || !isReady}
      onChange={(text) => change({ [name]: name === 'headline' ? text : text || null })}
    />
  );
}
