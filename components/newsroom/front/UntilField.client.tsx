'use client';
import { useTranslations } from 'next-intl';
import { publication } from '@/publication.config';

/** Asks until when a choice for the front page holds, in the publication's time zone. */
export function UntilField({
  value,
  onChange,
}: {
  /** As the field has it: `2026-11-24T18:00`. */
  value: string;
  onChange: (value: string) => void;
}) {
  const t = useTranslations('FrontDesk');
  return (
    <label>
      {t('until', { zone: publication.timeZone })}
      <input
        type="datetime-local"
        required
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
