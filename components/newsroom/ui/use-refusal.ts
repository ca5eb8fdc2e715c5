import { useTranslations } from 'next-intl';
import { SendError } from '../send';
import { useSentence } from '../use-sentence';

/** The refusal codes of accounts and signing in; codes that any screen can get are in `use-sentence.ts`. */
const KNOWN = [
  'common_password',
  'ended_link',
  'last_chief',
  'no_mail',
  'own_account',
  'person_exists',
  'wrong_code',
  'wrong_password',
] as const;

/** Like `useSentence`, for forms: returns a function that makes an error message in the user's language. */
export function useRefusal(): (cause: Error | null) => string {
  const t = useTranslations('Doors');
  const sentence = useSentence();
  return (cause) => {
    const known = KNOWN.find((code) => cause instanceof SendError && cause.code === code);
    return known ? t(`refused_${known}`) : sentence(cause);
  };
}
