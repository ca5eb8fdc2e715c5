import { cookies } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cookieName } from '@/lib/accounts/cookie';
import { lacksSecondFactor } from '@/lib/accounts/second-factor';
import { readSession } from '@/lib/accounts/sessions';
import type { User } from '@/lib/accounts/user';
import { isLocale, type Locale } from '@/lib/i18n/locales';
import { isRendering } from '@/lib/page-tags';

/** The locale of a page that is made for one person: it refuses to be printed for everybody. */
export async function privateLocale(params: Promise<{ locale: string }>): Promise<Locale> {
  const { locale } = await params;
  if (isRendering() || !isLocale(locale)) notFound();
  return locale;
}

/** Who is signed in; null when nobody is. */
export async function signedIn(): Promise<User | null> {
  const token = (await cookies()).get(cookieName())?.value;
  return token ? readSession(token) : null;
}

/**
 * Who is signed in; everybody else goes to the door, and to their account who have yet to set up a second factor
 * that is demanded of them. Each page asks by itself: a layout protects nothing.
 */
export async function demandUser(locale: Locale): Promise<User> {
  const user = await demandAnyUser(locale);
  return (await lacksSecondFactor(user)) ? redirect(`/${locale}/newsroom/account`) : user;
}

/** Who is signed in, for the page of one's own account. */
export async function demandAnyUser(locale: Locale): Promise<User> {
  return (await signedIn()) ?? redirect(`/${locale}/newsroom/sign-in`);
}

/** An id as addresses have it, or a page that is not there. */
export function demandId(segment: string): number {
  return /^[1-9]\d{0,8}$/.test(segment) ? Number(segment) : notFound();
}
