'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { Locale } from '@/lib/i18n/locales';
import { newsroomAddress } from '@/lib/pages/newsroom';
import styles from './SignOut.module.css';
import { enter } from './enter';
import controls from '../ui/controls.module.css';
import { useReady } from '../use-ready';
import { useSentence } from '../use-sentence';

/** The signed-in user's name, and the sign-out controls. */
export function SignOut({ locale, name }: { locale: Locale; name: string }) {
  const t = useTranslations('Newsroom');
  const doors = useTranslations('Doors');
  const isReady = useReady();
  const sentence = useSentence();
  const leave = useMutation({
    mutationFn: (place: 'session' | 'sessions') => enter(`DELETE ${place}`, {}),
    onSuccess: () => location.assign(newsroomAddress(locale, '/sign-in')),
  });
  return (
    <details className={styles.account}>
      <summary>{name}</summary>
      <div className={`${controls.controls} ${styles.panel}`}>
        <a href={newsroomAddress(locale, '/account')}>{doors('account')}</a>
        <button type="button" disabled={!isReady} onClick={() => leave.mutate('session')}>
          {t('signOut')}
        </button>
        <button type="button" disabled={!isReady} onClick={() => leave.mutate('sessions')}>
          {t('signOutEverywhere')}
        </button>
        <p role="alert" className={controls.alert}>
          {sentence(leave.error)}
        </p>
      </div>
    </details>
  );
}
