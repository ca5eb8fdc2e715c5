'use client';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { send } from '../send';
import { Field } from '../ui/Field.client';
import { Form } from '../ui/Form.client';
import { textOf } from '../ui/form-values';

/** Changes the password, given the current one; all other sessions end. */
export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations('Doors');
  const router = useRouter();
  return (
    <Form
      submit={t('changePassword')}
      isQuiet
      refusedField={{ wrong_password: 'ownPassword', common_password: 'password' }}
      work={(form) =>
        send('account/change-password', null, {
          ownPassword: textOf(form, 'ownPassword'),
          password: textOf(form, 'password'),
        })
      }
      onDone={(_, form) => {
        form.reset();
        router.refresh();
      }}
      done={t('passwordChanged')}
    >
      {/* Lets password managers know the account; not sent. */}
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <Field
        name="ownPassword"
        type="password"
        label={t('oldPassword')}
        autoComplete="current-password"
        required
        maxLength={200}
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
