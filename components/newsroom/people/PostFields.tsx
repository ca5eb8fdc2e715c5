import { useTranslations } from 'next-intl';
import type { PersonRow } from '@/lib/content/desk/desk';
import { ROLES } from '@/lib/content/desk/roles';
import { LOCALE_LABELS, LOCALES, type Locale } from '@/lib/i18n/locales';
import { CATEGORY_SLUGS, categoriesIn } from '@/lib/content/categories';
import { Checks, Choice, Field } from '../ui/Field.client';
import { checkedOf, choiceOf, textOf } from '../ui/form-values';

/** The fields of a user's role: name, role, locales and categories. */
export function PostFields({
  locale,
  person,
}: {
  locale: Locale;
  person?: Pick<PersonRow, 'name' | 'role' | 'locales' | 'categories'>;
}) {
  const t = useTranslations('Doors');
  const roles = useTranslations('Newsroom');
  return (
    <>
      <Field
        name="name"
        label={t('name')}
        defaultValue={person?.name}
        autoComplete="off"
        required
        maxLength={120}
      />
      <Choice name="role" label={t('role')} defaultValue={person?.role}>
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {roles(`role_${role}`)}
          </option>
        ))}
      </Choice>
      <Checks
        name="locales"
        legend={t('inLanguages')}
        hint={t('noneIsAll')}
        options={LOCALES.map((value) => ({ value, label: LOCALE_LABELS[value].name }))}
        chosen={person?.locales ?? null}
      />
      <Checks
        name="categories"
        legend={t('inCategories')}
        hint={t('noneIsAll')}
        options={categoriesIn(locale).map(({ slug, name }) => ({
          value: slug,
          label: name,
        }))}
        chosen={person?.categories ?? null}
      />
    </>
  );
}

/** The values of {@link PostFields} as the commands take them. */
export const postOf = (form: FormData) => ({
  name: textOf(form, 'name'),
  role: choiceOf(form, 'role', ROLES),
  locales: checkedOf(form, 'locales', LOCALES),
  categories: checkedOf(form, 'categories', CATEGORY_SLUGS),
});
