'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { fromZonedField, toZonedField } from '@/lib/i18n/zoned-time';
import { publication } from '@/publication.config';
import controls from '../ui/controls.module.css';
import fieldStyles from '../ui/fields.module.css';

/** Asks for a moment of the publication's clock; what is no moment or is past is refused before it is sent. */
export function ScheduleForm({
  scheduledAt,
  isBusy,
  onSchedule,
}: {
  /** ISO 8601, of what is scheduled already. */
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
    // What is no date has no moment either.
    return null;
  }
}
