import { cookies } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cookieName } from '@/lib/accounts/cookie';
import { lacksSecondFactor } from '@/lib/accounts/second-factor';
import { readSession } from '@/lib/accounts/sessions';
import type { User } from '@/lib/accounts/user';
import { isLocale, type Locale } from '@/lib/i18n/locales';
import { isRendering } from '@/lib/page-tags';
import { newsroomAddress } from '@/lib/pages/newsroom';

/**
 * The locale of a page that is rendered for one user: it answers 404 where it is rendered for all readers.
 */
export async function privateLocale(params: Promise<{ locale: string }>): Promise<Locale> {
  const { locale } = await params;
  if (isRendering() || !isLocale(locale)) notFound();
  return locale;
}

/** The signed-in user; null where there is none. */
export async function signedIn(): Promise<User | null> {
  const token = (await cookies()).get(cookieName())?.value;
  return token ? readSession(token) : null;
}

/**
 * The signed-in user. Everybody else is redirected to the sign-in page; a user who still has to set up a
 * demanded second factor is redirected to their account. Each page calls this itself: a layout protects
 * nothing.
 */
export async function demandUser(locale: Locale): Promise<User> {
  const user = await demandAnyUser(locale);
  return (await lacksSecondFactor(user)) ? redirect(newsroomAddress(locale, '/account')) : user;
}

/**
 * The signed-in user, for the page of the user's own account; everybody else is redirected to the sign-in
 * page.
 */
export async function demandAnyUser(locale: Locale): Promise<User> {
  return (await signedIn()) ?? redirect(newsroomAddress(locale, '/sign-in'));
}

/** An id in the form that addresses have; answers 404 for any other text. */
export function demandId(segment: string): number {
  return /^[1-9]\d{0,8}$/.test(segment) ? Number(segment) : notFound();
}
