'use client';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { SignInSteps, type SignedIn } from './SignInSteps.client';
import controls from '../ui/controls.module.css';

/**
 * Signs in again without leaving the screen, after a route returned 401 `signed_out`. It does not take the
 * focus: the user can keep typing and sign in later.
 */
export function SignInPanel({
  email,
  onSignedIn,
}: {
  /** E-mail of the screen's user. */
  email: string;
  /**
   * The new user may differ from the screen's user: compare the ids before saving, otherwise the text is
   * saved under another user.
   */
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
