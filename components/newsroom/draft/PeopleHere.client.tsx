'use client';
import { useTranslations } from 'next-intl';
import { formatTime } from '@/lib/i18n/formats';
import styles from './Safety.module.css';
import { usePresence } from './use-presence';

/** The other users who have the article open, since when, and who of them is typing. */
export function PeopleHere() {
  const t = useTranslations('NewsroomSafety');
  const others = usePresence();
  return (
    <ul className={styles.people} aria-label={t('here')} aria-live="polite" role="list">
      {others.map(({ name, since, isTyping, isSelf }) => (
        <li key={`${name} ${isSelf}`} data-typing={isTyping || undefined}>
          {isSelf && isTyping ? (
            t('youTyping')
          ) : (
            <>
              <b>{isSelf ? t('yourOtherPage') : name}</b>{' '}
              {t(isTyping ? 'typing' : 'hereSince', { time: formatTime(since) })}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
