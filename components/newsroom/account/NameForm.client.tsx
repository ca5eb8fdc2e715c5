'use client';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { send } from '../send';
import controls from '../ui/controls.module.css';
import { Field } from '../ui/Field.client';
import { Form } from '../ui/Form.client';
import { textOf } from '../ui/form-values';

/** The form for the user's display name. */
export function NameForm({ name }: { name: string }) {
  const t = useTranslations('Doors');
  const router = useRouter();
  const [isSaved, setIsSaved] = useState(false);
  return (
    <>
      <Form
        submit={t('save')}
        isQuiet
        work={(form) => send('account/rename', null, { name: textOf(form, 'name') })}
        onDone={() => {
          setIsSaved(true);
          router.refresh();
        }}
      >
        <Field
          name="name"
          label={t('name')}
          defaultValue={name}
          autoComplete="name"
          required
          maxLength={120}
        />
      </Form>
      <p role="status" className={controls.note}>
        {isSaved && t('saved')}
      </p>
    </>
  );
}
