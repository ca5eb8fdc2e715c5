/** The HTML of the page's still parts as it came, by number: `lib/still-html.ts` reads it under this name. */
type Stills = Record<string, string>;
const shared = globalThis as { caliberStill?: Stills };

export const stills = (): Stills => shared.caliberStill ?? {};

/**
 * Remembers the still parts before the runtime starts. It leaves them alone, unless something else has
 * changed the page meanwhile, a translator for example: then it draws the page anew, and needs them.
 */
export function rememberStills(): void {
  const kept: Stills = {};
  for (const part of document.querySelectorAll<HTMLElement>('[data-still]'))
    kept[part.dataset['still'] ?? ''] = part.innerHTML;
  shared.caliberStill = kept;
}
