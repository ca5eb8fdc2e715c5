'use client';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { SignInSteps, type SignedIn } from './SignInSteps.client';
import controls from './ui/controls.module.css';

/**
 * Signing in again without leaving the screen, when a route answered 401 `signed_out`. It takes no focus:
 * who writes goes on writing, and comes here when they will.
 */
export function SignInPanel({
  email,
  onSignedIn,
}: {
  /** Whose screen it is. */
  email: string;
  /** May be somebody else than the screen's user: compare the id before their text is saved as another's. */
  onSignedIn: (user: SignedIn) => void;
}) {
  const t = useTranslations('Doors');
  const title = useId();
  return (
    <section aria-labelledby={title} className={controls.controls}>
      <h2 id={title}>{t('signInAgain')}</h2>
      <p role="alert">{t('signedOutHere')}</p>
      <SignInSteps email={email} onSignedIn={onSignedIn} />
    </section>
  );
}
