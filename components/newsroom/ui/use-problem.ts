import { useTranslations } from 'next-intl';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What is wrong with a field as a sentence in the newsroom's language, which need not be the browser's. */
export function useProblem(): (control: Control) => string {
  const t = useTranslations('Doors');
  return (control) => {
    const { validity } = control;
    if (validity.valid) return '';
    if (validity.valueMissing) return t('problemMissing');
    if (validity.typeMismatch) return t('problemEmail');
    if (validity.tooShort && !(control instanceof HTMLSelectElement))
      return t('problemShort', { least: control.minLength, given: control.value.length });
    // What is rare the browser says in its own words.
    return control.validationMessage;
  };
}
