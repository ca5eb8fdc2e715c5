import Bowser from 'bowser';

/**
 * Browser and system as one names them, for the list of one's sessions: “Firefox, Linux”. Versions and the
 * rest of what a browser tells are not kept.
 * @returns null for what names nothing that we know
 */
export function deviceOf(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const { browser, os } = Bowser.parse(userAgent.slice(0, 500));
  return [browser.name, os.name].filter(Boolean).join(', ') || null;
}
