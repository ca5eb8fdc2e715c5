import { useTranslations } from 'next-intl';
import { SendError } from './send';

/** The refusal codes that have a message in every language. */
const KNOWN = [
  'offline',
  'signed_out',
  'wrong',
  'throttled',
  'stale',
  'forbidden',
  'slug_taken',
  'wrong_status',
] as const;

/**
 * Returns a function that makes an error message in the user's language; a rare error is shown as it was
 * returned.
 */
export function useSentence(): (cause: Error | null) => string {
  const t = useTranslations('Newsroom');
  return (cause) => {
    if (!cause) return '';
    const code = cause instanceof SendError ? cause.code : '';
    const known = KNOWN.find((candidate) => candidate === code);
    return known ? t(`refused_${known}`) : t('failed', { reason: cause.message });
  };
}
