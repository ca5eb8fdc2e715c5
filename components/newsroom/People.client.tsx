'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import type { PersonRow } from '@/lib/content/desk';
import { ROLES } from '@/lib/content/roles';
import { LOCALE_LABELS, LOCALES, type Locale } from '@/lib/i18n/locales';
import { publication } from '@/publication.config';
import { send } from './send';
import controls from './ui/controls.module.css';
import fields from './ui/fields.module.css';
import table from './ui/table.module.css';
import { useReady } from './use-ready';
import { useSentence } from './use-sentence';

/** Who works here: invited by a link, given a role and where it holds, shut out. */
export function People({
  locale,
  ownId,
  people,
}: {
  locale: Locale;
  ownId: number;
  people: readonly PersonRow[];
}) {
  const t = useTranslations('Newsroom');
  const router = useRouter();
  const isReady = useReady();
  const sentence = useSentence();
  const invite = useMutation({
    mutationFn: (form: FormData) => {
      const chosen = (name: string) => (form.getAll(name).length > 0 ? form.getAll(name) : null);
      return send<{ token: string }>('POST', 'people', {
        email: form.get('email'),
        name: form.get('name'),
        role: form.get('role'),
        locales: chosen('locales'),
        categories: chosen('categories'),
      });
    },
    onSuccess: () => router.refresh(),
  });
  const disable = useMutation({
    mutationFn: (id: number) => send('POST', `people/${id}/disable`),
    onSuccess: () => router.refresh(),
  });
  return (
    <>
      <h1>{t('people')}</h1>
      <form
        className={`${fields.fields} ${fields.narrow}`}
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate(new FormData(event.currentTarget));
        }}
      >
        <h2>{t('invite')}</h2>
        <label>
          {t('email')}
          <input name="email" type="email" required maxLength={254} />
        </label>
        <label>
          {t('name')}
          <input name="name" required maxLength={120} />
        </label>
        <label>
          {t('role')}
          <select name="role">
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {t(`role_${role}`)}
              </option>
            ))}
          </select>
        </label>
        <fieldset className={fields.choices}>
          <legend>{t('inLanguages')}</legend>
          {LOCALES.map((other) => (
            <label key={other} className={fields.check}>
              <input type="checkbox" name="locales" value={other} />
              {LOCALE_LABELS[other].name}
            </label>
          ))}
        </fieldset>
        <fieldset className={fields.choices}>
          <legend>{t('inCategories')}</legend>
          {publication.categories.map(({ slug, names }) => (
            <label key={slug} className={fields.check}>
              <input type="checkbox" name="categories" value={slug} />
              {names[locale]}
            </label>
          ))}
        </fieldset>
        <button type="submit" className={controls.primary} disabled={!isReady || invite.isPending}>
          {t('invite')}
        </button>
      </form>
      <div role="status">
        {invite.data && (
          <p>
            {t('inviteOnce')}{' '}
            <output className={controls.link}>
              {`${location.origin}/${locale}/newsroom/join/${invite.data.token}`}
            </output>
          </p>
        )}
      </div>
      <p role="alert" className={controls.alert}>
        {sentence(invite.error ?? disable.error)}
      </p>
      <ul className={table.rows}>
        {people.map((person) => (
          <li key={person.id}>
            <span>
              <strong>{person.name}</strong> · {person.email} · {t(`role_${person.role}`)}
              {person.locales && ` · ${person.locales.join(', ')}`}
              {person.categories && ` · ${person.categories.join(', ')}`}
              {person.isDisabled
                ? ` · ${t('disabled')}`
                : !person.hasPassword && ` · ${t('invited')}`}
            </span>
            {person.id !== ownId && !person.isDisabled && (
              <button type="button" disabled={!isReady} onClick={() => disable.mutate(person.id)}>
                {t('disable', { name: person.name })}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
