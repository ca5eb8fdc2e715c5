'use client';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { send } from '../send';
import { Field } from '../ui/Field.client';
import { Form } from '../ui/Form.client';
import { textOf } from '../ui/form-values';

/** The form for the user's display name. */
export function NameForm({ name }: { name: string }) {
  const t = useTranslations('Doors');
  const router = useRouter();
  return (
    <Form
      submit={t('save')}
      isQuiet
      work={(form) => send('account/rename', null, { name: textOf(form, 'name') })}
      onDone={() => router.refresh()}
      done={t('saved')}
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
  );
}
