'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { PersonRow } from '@/lib/content/desk/desk';
import { LOCALE_LABELS, type Locale } from '@/lib/i18n/locales';
import { categoriesIn } from '@/lib/content/categories';
import { send } from '../send';
import type { Delivery } from './DeliveredLink';
import controls from '../ui/controls.module.css';
import { Form } from '../ui/Form.client';
import { useSentence } from '../use-sentence';
import { useReady } from '../use-ready';
import { DeliveredLink } from './DeliveredLink';
import styles from './People.module.css';
import { PostFields, postOf } from './PostFields';

const stateOf = ({ isDisabled, hasPassword }: PersonRow) =>
  isDisabled ? 'disabled' : hasPassword ? 'active' : 'invited';

/** One account: the user and, when expanded, the actions on the account. */
export function PersonEntry({
  locale,
  person,
  isOwn,
  hasMail,
}: {
  locale: Locale;
  person: PersonRow;
  isOwn: boolean;
  hasMail: boolean;
}) {
  const t = useTranslations('Doors');
  const router = useRouter();
  const isReady = useReady();
  const sentence = useSentence();
  const [delivery, setDelivery] = useState<Delivery | null>(null);
  const act = useMutation({
    mutationFn: (command: 'disable' | 'enable' | 'remove-second-factor') =>
      send(`person/${command}`, person.id, {}),
    onSuccess: () => router.refresh(),
  });
  const link = useMutation({
    mutationFn: () => send('person/link', person.id, { mailLocale: locale }),
    onSuccess: (made) => {
      setDelivery(made);
      router.refresh();
    },
  });
  const state = stateOf(person);
  const isBusy = !isReady || act.isPending || link.isPending;
  return (
    <li className={styles.person} data-state={state}>
      <Facts locale={locale} person={person} isOwn={isOwn} state={state} />
      <details>
        <summary aria-label={t('changeOf', { name: person.name })}>{t('change')}</summary>
        <Post locale={locale} person={person} />
        <div className={`${controls.buttons} ${styles.commands}`}>
          {!person.isDisabled && (
            <button type="button" disabled={isBusy} onClick={() => link.mutate()}>
              {hasMail ? t('newLink') : t('makeLink')}
            </button>
          )}
          {person.hasSecondFactor && (
            <button
              type="button"
              disabled={isBusy}
              onClick={() => act.mutate('remove-second-factor')}
            >
              {t('removeSecondFactor')}
            </button>
          )}
          {!isOwn && (
            <button
              type="button"
              disabled={isBusy}
              onClick={() => act.mutate(person.isDisabled ? 'enable' : 'disable')}
            >
              {person.isDisabled ? t('enable') : t('disable')}
            </button>
          )}
        </div>
        <DeliveredLink delivery={delivery} />
        <p role="alert" className={controls.alert}>
          {sentence(act.error ?? link.error)}
        </p>
      </details>
    </li>
  );
}

/** Who it is, with which role and scope, and whether they can sign in. */
function Facts({
  locale,
  person,
  isOwn,
  state,
}: {
  locale: Locale;
  person: PersonRow;
  isOwn: boolean;
  state: ReturnType<typeof stateOf>;
}) {
  const t = useTranslations('Doors');
  const roles = useTranslations('Newsroom');
  const names = categoriesIn(locale)
    .filter(({ slug }) => person.categories?.includes(slug))
    .map(({ name }) => name);
  const list = new Intl.ListFormat(locale, { type: 'unit', style: 'short' });
  return (
    <>
      <p className={styles.who}>
        <strong>{person.name}</strong> {isOwn && <small>{t('you')}</small>}
        <small>{person.email}</small>
      </p>
      <p>
        {roles(`role_${person.role}`)}
        <small>
          {person.locales
            ? list.format(person.locales.map((one) => LOCALE_LABELS[one].name))
            : t('everyLanguage')}
        </small>
        <small>{person.categories ? list.format(names) : t('everyCategory')}</small>
      </p>
      <p>
        {t(`state_${state}`)}
        {person.hasSecondFactor && <small>{t('hasSecondFactor')}</small>}
      </p>
    </>
  );
}

/** The form for the person's name, role and scope. */
function Post({ locale, person }: { locale: Locale; person: PersonRow }) {
  const t = useTranslations('Doors');
  const router = useRouter();
  return (
    <Form
      submit={t('save')}
      isQuiet
      work={(form) => send('person/change', person.id, postOf(form))}
      onDone={() => router.refresh()}
      done={t('saved')}
    >
      <PostFields locale={locale} person={person} />
    </Form>
  );
}
