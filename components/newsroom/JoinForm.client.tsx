'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { Locale } from '@/lib/i18n/locales';
import { send } from './send';
import controls from './ui/controls.module.css';
import fields from './ui/fields.module.css';
import { useReady } from './use-ready';
import { useSentence } from './use-sentence';

/** Sets a password by a one-time link. */
export function JoinForm({
  locale,
  token,
  email,
}: {
  locale: Locale;
  token: string;
  email: string;
}) {
  const t = useTranslations('Newsroom');
  const isReady = useReady();
  const sentence = useSentence();
  const join = useMutation({
    mutationFn: (form: FormData) => send('POST', 'join', { token, password: form.get('password') }),
    onSuccess: () => location.assign(`/${locale}/newsroom`),
  });
  return (
    <form
      className={fields.fields}
      // Never a password in an address, whatever goes wrong with the script.
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        join.mutate(new FormData(event.currentTarget));
      }}
    >
      <label>
        {t('email')}
        <input name="email" type="email" autoComplete="username" readOnly value={email} />
      </label>
      <label>
        {t('newPassword')}
        <input
          name="password"
          type="password"
          autoComplete="new-password"
          required
          minLength={12}
          maxLength={200}
        />
      </label>
      <button className={controls.primary} type="submit" disabled={!isReady || join.isPending}>
        {t('setPassword')}
      </button>
      <p role="alert" className={controls.alert}>
        {sentence(join.error)}
      </p>
    </form>
  );
}
