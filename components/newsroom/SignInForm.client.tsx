'use client';
import type { ReactNode } from 'react';
import type { Locale } from '@/lib/i18n/locales';
import { SignInSteps } from './SignInSteps.client';

/** The door's form: whoever signs in goes to the desk. */
export function SignInForm({ locale, more }: { locale: Locale; more?: ReactNode }) {
  return <SignInSteps more={more} onSignedIn={() => location.assign(`/${locale}/newsroom`)} />;
}
