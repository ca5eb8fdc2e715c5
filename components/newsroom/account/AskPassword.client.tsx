'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import controls from '../ui/controls.module.css';
import { Field } from '../ui/Field.client';
import { Form } from '../ui/Form.client';
import { textOf } from '../ui/form-values';
import { useSentence } from '../use-sentence';

interface GuardedCommand {
  submit: string;
  /** Sends the command with the password, and shows its answer. */
  work: (ownPassword: string) => Promise<void>;
}

/** A form for one or two actions that require the user's own password. */
export function AskPassword({ submit, work, other }: GuardedCommand & { other?: GuardedCommand }) {
  const t = useTranslations('Doors');
  const sentence = useSentence();
  const [failure, setFailure] = useState<Error | null>(null);
  return (
    <>
      <Form
        submit={submit}
        isQuiet
        refusedField={{ wrong_password: 'ownPassword' }}
        work={(form) => work(textOf(form, 'ownPassword'))}
        onDone={(_, form) => form.reset()}
        more={
          other && (
            <button
              type="button"
              onClick={async ({ currentTarget: { form } }) => {
                if (!form?.reportValidity()) return;
                try {
                  await other.work(textOf(new FormData(form), 'ownPassword'));
                  setFailure(null);
                } catch (cause) {
                  setFailure(cause as Error);
                }
              }}
            >
              {other.submit}
            </button>
          )
        }
      >
        <Field
          name="ownPassword"
          type="password"
          label={t('password')}
          autoComplete="current-password"
          required
          maxLength={200}
        />
      </Form>
      <p role="alert" className={controls.alert}>
        {sentence(failure)}
      </p>
    </>
  );
}
