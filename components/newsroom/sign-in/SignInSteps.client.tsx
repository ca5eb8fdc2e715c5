'use client';
import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { enter } from './enter';
import { SendError } from '../send';
import { Field } from '../ui/Field.client';
import { Form } from '../ui/Form.client';
import { textOf } from '../ui/form-values';

/** The signed-in user, as the server returns it. */
export interface SignedIn {
  id: number;
  name: string;
}

/** The sign-in form: e-mail and password, then the second factor if the account requires it. */
export function SignInSteps({
  email,
  onSignedIn,
  more,
}: {
  /** The expected user's e-mail; another user may sign in as well. */
  email?: string;
  onSignedIn: (user: SignedIn) => void;
  more?: ReactNode;
}) {
  const t = useTranslations('Doors');
  const [needsCode, setNeedsCode] = useState(false);
  return (
    <Form
      submit={t('signIn')}
      refusedField={{ wrong_code: 'code' }}
      more={more}
      work={async (form) => {
        try {
          return await enter('POST session', {
            email: textOf(form, 'email'),
            password: textOf(form, 'password'),
            ...(needsCode && { code: textOf(form, 'code') }),
          });
        } catch (cause) {
          if (!(cause instanceof SendError && cause.code === 'second_factor')) throw cause;
          setNeedsCode(true);
          return null;
        }
      }}
      onDone={(user) => user && onSignedIn(user)}
    >
      <Field
        name="email"
        type="email"
        label={t('email')}
        defaultValue={email}
        autoComplete="username"
        required
        maxLength={254}
      />
      <Field
        name="password"
        type="password"
        label={t('password')}
        autoComplete="current-password"
        required
        maxLength={200}
      />
      {needsCode && (
        <Field
          name="code"
          label={t('code')}
          hint={t('codeHint')}
          autoComplete="one-time-code"
          autoFocus
          required
          maxLength={40}
          spellCheck={false}
        />
      )}
    </Form>
  );
}
