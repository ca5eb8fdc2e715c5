'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { FrontState } from '@/lib/content/desk/front';
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
  const [isSaved, setIsSaved] = useState(false);
  const changed = (arePlaces: boolean) => () => {
    setIsSaved(arePlaces);
    router.refresh();
  };
  const { version } = state;
  return (
    <div className={styles.desk}>
      <PlacesForm
        // What another has decided meanwhile begins the form anew.
        key={`places ${version}`}
        locale={locale}
        front={front}
        state={state}
        top={top}
        isSaved={isSaved}
        onChanged={changed(true)}
      />
      <BreakingForm
        key={`breaking ${version}`}
        front={front}
        state={state}
        onChanged={changed(false)}
      />
    </div>
  );
}
