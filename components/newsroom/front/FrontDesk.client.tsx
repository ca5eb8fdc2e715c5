'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { FrontState } from '@/lib/content/desk/front';
import type { Locale } from '@/lib/i18n/locales';
import { BreakingForm } from './BreakingForm.client';
import styles from './FrontDesk.module.css';
import { PlacesForm } from './PlacesForm.client';

/** The manual choices for a locale's front page: the places at its top and the breaking-news line. */
export function FrontDesk({
  locale,
  front,
  state,
  top,
}: {
  locale: Locale;
  /** Locale of the front page that is edited. */
  front: Locale;
  state: FrontState;
  /** Headlines of the stories now at the top, by place. */
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
        // Another user's change remounts the form.
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
