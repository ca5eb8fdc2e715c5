/**
 * The HTML of the page's still parts as it was delivered, by number: `lib/still-html.ts` reads it under
 * this name.
 */
type Stills = Record<string, string>;
const shared = globalThis as { caliberStill?: Stills };

export const stills = (): Stills => shared.caliberStill ?? {};

/**
 * Saves the still parts before the runtime starts. Hydration leaves them unchanged, unless something else
 * has changed the page meanwhile, for example a translator: then React renders the page again, and needs
 * them.
 */
export function rememberStills(): void {
  const kept: Stills = {};
  for (const part of document.querySelectorAll<HTMLElement>('[data-still]'))
    kept[part.dataset['still'] ?? ''] = part.innerHTML;
  shared.caliberStill = kept;
}
