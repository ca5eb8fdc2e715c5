import { useTranslations } from 'next-intl';
import { SendError } from './send';

/** The refusals that have a sentence of their own in every language. */
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

/** Makes a sentence of whatever went wrong, in the user's language; what is rare is said as it came. */
export function useSentence(): (cause: Error | null) => string {
  const t = useTranslations('Newsroom');
  return (cause) => {
    if (!cause) return '';
    const code = cause instanceof SendError ? cause.code : '';
    const known = KNOWN.find((candidate) => candidate === code);
    return known ? t(`refused_${known}`) : t('failed', { reason: cause.message });
  };
}
