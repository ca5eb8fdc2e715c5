'use client';
import { useTranslations } from 'next-intl';
import type { Locale } from '@/lib/i18n/locales';
import { newsroomAddress } from '@/lib/pages/newsroom';
import { enter } from './enter';
import { Field } from '../ui/Field.client';
import { Form } from '../ui/Form.client';
import { textOf } from '../ui/form-values';

/** Sets a password with a one-time link; a user with a second factor then signs in with it. */
export function JoinForm({
  locale,
  token,
  email,
}: {
  locale: Locale;
  token: string;
  email: string;
}) {
  const t = useTranslations('Doors');
  return (
    <Form
      submit={t('setPassword')}
      refusedField={{ common_password: 'password' }}
      work={(form) => enter('POST join', { token, password: textOf(form, 'password') })}
      onDone={({ isSignedIn }) =>
        location.assign(newsroomAddress(locale, isSignedIn ? '' : '/sign-in'))
      }
    >
      <Field
        name="email"
        type="email"
        label={t('email')}
        autoComplete="username"
        readOnly
        value={email}
      />
      <Field
        name="password"
        type="password"
        label={t('newPassword')}
        hint={t('newPasswordHint')}
        autoComplete="new-password"
        required
        minLength={12}
        maxLength={200}
      />
    </Form>
  );
}
