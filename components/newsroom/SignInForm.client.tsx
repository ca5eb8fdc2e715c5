'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { Locale } from '@/lib/i18n/locales';
import { send } from './send';
import controls from './ui/controls.module.css';
import fields from './ui/fields.module.css';
import { useReady } from './use-ready';
import { useSentence } from './use-sentence';

/** E-mail and password. */
export function SignInForm({ locale }: { locale: Locale }) {
  const t = useTranslations('Newsroom');
  const isReady = useReady();
  const sentence = useSentence();
  const signIn = useMutation({
    mutationFn: (form: FormData) =>
      send('POST', 'session', { email: form.get('email'), password: form.get('password') }),
    onSuccess: () => location.assign(`/${locale}/newsroom`),
  });
  return (
    <form
      className={fields.fields}
      // Never a password in an address, whatever goes wrong with the script.
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate(new FormData(event.currentTarget));
      }}
    >
      <label>
        {t('email')}
        <input name="email" type="email" autoComplete="username" required maxLength={254} />
      </label>
      <label>
        {t('password')}
        <input
          name="password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={200}
        />
      </label>
      <button className={controls.primary} type="submit" disabled={!isReady || signIn.isPending}>
        {t('signIn')}
      </button>
      <p role="alert" className={controls.alert}>
        {sentence(signIn.error)}
      </p>
    </form>
  );
}
