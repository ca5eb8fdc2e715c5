'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import type { SessionRow } from '@/lib/content/desk/desk';
import type { Locale } from '@/lib/i18n/locales';
import { newsroomAddress } from '@/lib/pages/newsroom';
import { send } from '../send';
import controls from '../ui/controls.module.css';
import table from '../ui/table.module.css';
import { useSentence } from '../use-sentence';
import { useReady } from '../use-ready';
import styles from './AccountScreen.module.css';

/** The user's sessions; each can be ended, or all of them. */
export function Sessions({
  locale,
  sessions,
}: {
  locale: Locale;
  /** Times are already formatted for display. */
  sessions: readonly SessionRow[];
}) {
  const t = useTranslations('Doors');
  const router = useRouter();
  const isReady = useReady();
  const sentence = useSentence();
  const end = useMutation({
    mutationFn: (sessionId: number) => send('account/end-session', null, { sessionId }),
    onSuccess: () => router.refresh(),
  });
  const leave = useMutation({
    mutationFn: () => send('account/sign-out-everywhere', null, {}),
    onSuccess: () => location.assign(newsroomAddress(locale, '/sign-in')),
  });
  return (
    <div className={styles.sessions}>
      <div className={table.scroll}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('device')}</th>
              <th scope="col">{t('since')}</th>
              <th scope="col">{t('lastSeen')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {sessions.map(({ id, device, since, lastSeen, isThis }) => (
              <tr key={id}>
                <th scope="row">{device ?? t('unknownDevice')}</th>
                <td>{since}</td>
                <td>{lastSeen}</td>
                <td>
                  {isThis ? (
                    t('thisDevice')
                  ) : (
                    <button
                      type="button"
                      className={controls.plain}
                      aria-label={t('endSessionOf', { device: device ?? t('unknownDevice') })}
                      disabled={!isReady || end.isPending}
                      onClick={() => end.mutate(id)}
                    >
                      {t('endSession')}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={controls.buttons}>
        <button type="button" disabled={!isReady} onClick={() => leave.mutate()}>
          {t('signOutEverywhere')}
        </button>
      </p>
      <p role="alert" className={controls.alert}>
        {sentence(end.error ?? leave.error)}
      </p>
    </div>
  );
}
