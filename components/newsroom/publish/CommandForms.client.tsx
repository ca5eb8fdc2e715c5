'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { WorkingArticle } from '@/lib/content/desk/desk';
import { LOCALES, type Locale } from '@/lib/i18n/locales';
import fieldStyles from '../ui/fields.module.css';
import { choiceOf, textOf } from '../ui/form-values';

/** A command with input fields. */
function CommandForm({
  label,
  isBusy,
  onSubmit,
  children,
}: {
  /** Label of the button. */
  label: string;
  isBusy: boolean;
  onSubmit: (form: FormData) => void;
  children: ReactNode;
}) {
  return (
    <form
      className={fieldStyles.fields}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(new FormData(event.currentTarget));
      }}
    >
      {children}
      <button type="submit" disabled={isBusy}>
        {label}
      </button>
    </form>
  );
}

/** Publishes the changes; ticked, readers see when it was updated. */
export function UpdateForm({
  isBusy,
  onUpdate,
}: {
  isBusy: boolean;
  onUpdate: (isMarkedUpdated: boolean) => void;
}) {
  const t = useTranslations('Newsroom');
  const publish = useTranslations('NewsroomPublish');
  return (
    <CommandForm
      label={t('update')}
      isBusy={isBusy}
      onSubmit={(form) => onUpdate(form.get('isMarkedUpdated') === 'on')}
    >
      <label className={fieldStyles.check}>
        <input name="isMarkedUpdated" type="checkbox" />
        {t('tellUpdate')}
        <small>{publish('tellNote')}</small>
      </label>
    </CommandForm>
  );
}

/** Adds a correction that readers see. */
export function CorrectionForm({
  language,
  isBusy,
  onCorrect,
}: {
  /** The article's language. */
  language: Locale;
  isBusy: boolean;
  onCorrect: (text: string) => void;
}) {
  const t = useTranslations('Newsroom');
  const publish = useTranslations('NewsroomPublish');
  return (
    <CommandForm
      label={t('correct')}
      isBusy={isBusy}
      onSubmit={(form) => onCorrect(textOf(form, 'text'))}
    >
      <label>
        {t('correction')}
        <textarea name="text" required maxLength={5000} rows={2} lang={language} />
        <small>{publish('correctNote')}</small>
      </label>
    </CommandForm>
  );
}

/** Withdraws the article, with the reason. */
export function WithdrawForm({
  isBusy,
  onWithdraw,
}: {
  isBusy: boolean;
  onWithdraw: (reason: string) => void;
}) {
  const t = useTranslations('Newsroom');
  return (
    <CommandForm
      label={t('withdraw')}
      isBusy={isBusy}
      onSubmit={(form) => onWithdraw(textOf(form, 'reason'))}
    >
      <label>
        {t('reason')}
        <input name="reason" required maxLength={2000} />
      </label>
    </CommandForm>
  );
}

/** Begins a translation into a language that has none yet. */
export function TranslateForm({
  translations,
  isBusy,
  onTranslate,
}: {
  translations: WorkingArticle['translations'];
  isBusy: boolean;
  onTranslate: (into: Locale) => void;
}) {
  const t = useTranslations('Newsroom');
  return (
    <CommandForm
      label={t('translate')}
      isBusy={isBusy}
      onSubmit={(form) => onTranslate(choiceOf(form, 'locale', LOCALES))}
    >
      <label>
        {t('language')}
        <select name="locale">
          {translations
            .filter((translation) => translation.id === null)
            .map((translation) => (
              <option key={translation.locale}>{translation.locale}</option>
            ))}
        </select>
      </label>
    </CommandForm>
  );
}
