'use client';
import { useRouter } from 'next/navigation';
import type { FrontState } from '@/lib/content/front';
import type { Locale } from '@/lib/i18n/locales';
import { BreakingForm } from './BreakingForm.client';
import styles from './FrontDesk.module.css';
import { PlacesForm } from './PlacesForm.client';

/** What of a locale's front is decided by hand: the places at its top and the breaking-news line. */
export function FrontDesk({
  locale,
  front,
  state,
  top,
}: {
  locale: Locale;
  /** Whose front it is. */
  front: Locale;
  state: FrontState;
  /** Headlines of what stands at the top just now, by place. */
  top: readonly string[];
}) {
  const router = useRouter();
  const onChanged = () => router.refresh();
  return (
    <div className={styles.desk}>
      <PlacesForm locale={locale} front={front} state={state} top={top} onChanged={onChanged} />
      <BreakingForm front={front} state={state} onChanged={onChanged} />
    </div>
  );
}
