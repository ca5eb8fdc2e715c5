'use client';
import { useTranslations } from 'next-intl';
import type { Locale } from '@/lib/i18n/locales';
import { newsroomAddress } from '@/lib/pages/newsroom';
import { enter } from './enter';
import { Field } from '../ui/Field.client';
import { Form } from '../ui/Form.client';
import { textOf } from '../ui/form-values';

/** Requests a one-time link by e-mail; the response does not reveal whether the account exists. */
export function ForgottenForm({ locale }: { locale: Locale }) {
  const t = useTranslations('Doors');
  return (
    <>
      <p>{t('forgottenText')}</p>
      <Form
        submit={t('sendLink')}
        work={(form) => enter('POST forgotten', { email: textOf(form, 'email'), locale })}
        done={t('forgottenSent')}
        more={<a href={newsroomAddress(locale, '/sign-in')}>{t('backToSignIn')}</a>}
      >
        <Field
          name="email"
          type="email"
          label={t('email')}
          autoComplete="username"
          required
          maxLength={254}
        />
      </Form>
    </>
  );
}
