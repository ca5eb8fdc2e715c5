import { useTranslations } from 'next-intl';
import { SendError } from './send';

/**
 * Returns a function that makes an error message in the user's language: every refusal has one, and some give
 * the reason that the newsroom answered.
 */
export function useSentence(): (cause: Error | null) => string {
  const t = useTranslations('NewsroomRefusals');
  return (cause) =>
    cause ? t(cause instanceof SendError ? cause.code : 'failed', { reason: cause.message }) : '';
}
