import { useTranslations } from 'next-intl';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * Returns a function that describes a control's validation error in the newsroom's language, which can differ
 * from the browser's.
 */
export function useProblem(): (control: Control) => string {
  const t = useTranslations('Doors');
  return (control) => {
    const { validity } = control;
    if (validity.valid) return '';
    if (validity.valueMissing) return t('problemMissing');
    if (validity.typeMismatch) return t('problemEmail');
    if (validity.tooShort && !(control instanceof HTMLSelectElement))
      return t('problemShort', { least: control.minLength, given: control.value.length });
    // For rare errors, the browser's own message.
    return control.validationMessage;
  };
}
