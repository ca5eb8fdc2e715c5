'use client';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { PersonRow } from '@/lib/content/desk/desk';
import { LOCALE_LABELS, LOCALES, type Locale } from '@/lib/i18n/locales';
import { send } from '../send';
import type { Delivery } from './DeliveredLink';
import { Choice, Field } from '../ui/Field.client';
import { Form } from '../ui/Form.client';
import { choiceOf, textOf } from '../ui/form-values';
import { DeliveredLink } from './DeliveredLink';
import styles from './People.module.css';
import { PersonEntry } from './PersonEntry.client';
import { PostFields, postOf } from './PostFields';

/** The newsroom's users: invite, assign a role and its scope, disable, enable again. */
export function People({
  locale,
  ownId,
  people,
  hasMail,
}: {
  locale: Locale;
  ownId: number;
  people: readonly PersonRow[];
  hasMail: boolean;
}) {
  const t = useTranslations('Doors');
  const router = useRouter();
  const [delivery, setDelivery] = useState<Delivery | null>(null);
  return (
    <div className={styles.people}>
      <section>
        <h1>{t('people')}</h1>
        <ul>
          {people.map((person) => (
            <PersonEntry
              key={person.id}
              locale={locale}
              person={person}
              isOwn={person.id === ownId}
              hasMail={hasMail}
            />
          ))}
        </ul>
      </section>
      <section className={styles.invite}>
        <h2>{t('invite')}</h2>
        <Form
          submit={t('invite')}
          refusedField={{ person_exists: 'email' }}
          work={(form) =>
            send('new/people', null, {
              ...postOf(form),
              email: textOf(form, 'email'),
              mailLocale: choiceOf(form, 'mailLocale', LOCALES),
            })
          }
          onDone={(made, form) => {
            form.reset();
            setDelivery(made);
            router.refresh();
          }}
        >
          <Field
            name="email"
            type="email"
            label={t('email')}
            autoComplete="off"
            required
            maxLength={254}
          />
          <PostFields locale={locale} />
          <Choice name="mailLocale" label={t('mailLanguage')} defaultValue={locale}>
            {LOCALES.map((other) => (
              <option key={other} value={other}>
                {LOCALE_LABELS[other].name}
              </option>
            ))}
          </Choice>
        </Form>
        <DeliveredLink delivery={delivery} />
      </section>
    </div>
  );
}
