'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { fromZonedField, toZonedField } from '@/lib/i18n/zoned-time';
import { publication } from '@/publication.config';
import controls from '../ui/controls.module.css';
import fieldStyles from '../ui/fields.module.css';

/** Asks for a time in the publication's time zone; an invalid or past time is rejected before it is sent. */
export function ScheduleForm({
  scheduledAt,
  isBusy,
  onSchedule,
}: {
  /** ISO 8601 time of the current schedule; null if there is none. */
  scheduledAt: string | null;
  isBusy: boolean;
  onSchedule: (at: string) => void;
}) {
  const t = useTranslations('NewsroomPublish');
  const words = useTranslations('Newsroom');
  const [fault, setFault] = useState<'past' | 'noTime' | null>(null);
  return (
    <form
      className={fieldStyles.fields}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const at = momentOf(String(new FormData(event.currentTarget).get('at')));
        const found = at === null ? 'noTime' : Date.parse(at) <= Date.now() ? 'past' : null;
        setFault(found);
        if (at !== null && !found) onSchedule(at);
      }}
    >
      <label>
        {t('at', { zone: publication.timeZone })}
        <input
          name="at"
          type="datetime-local"
          required
          aria-invalid={fault !== null}
          defaultValue={scheduledAt ? toZonedField(scheduledAt) : ''}
        />
      </label>
      <p role="alert" className={controls.alert}>
        {fault && t(fault)}
      </p>
      <button type="submit" disabled={isBusy}>
        {words('schedule')}
      </button>
    </form>
  );
}

function momentOf(field: string): string | null {
  try {
    return fromZonedField(field);
  } catch {
    // An invalid date.
    return null;
  }
}
