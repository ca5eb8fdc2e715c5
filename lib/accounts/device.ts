import Bowser from 'bowser';

/**
 * The names of browser and operating system, for a user's list of sessions: “Firefox, Linux”. Versions and
 * the rest of the User-Agent header are not stored.
 * @returns null when neither is recognised
 */
export function deviceOf(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const { browser, os } = Bowser.parse(userAgent.slice(0, 500));
  return [browser.name, os.name].filter(Boolean).join(', ') || null;
}
