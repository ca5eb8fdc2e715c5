'use client';
import type { ReactNode } from 'react';
import type { Locale } from '@/lib/i18n/locales';
import { newsroomAddress } from '@/lib/pages/newsroom';
import { SignInSteps } from './SignInSteps.client';

/** The form of the sign-in page: after signing in, the user goes to the desk. */
export function SignInForm({ locale, more }: { locale: Locale; more?: ReactNode }) {
  return <SignInSteps more={more} onSignedIn={() => location.assign(newsroomAddress(locale))} />;
}
