import type { SuggestedTexts } from '../content/desk/media.ts';
import { readTags } from './read-tags.ts';

/** Where the trade writes what is in a picture and whose it is, the surest place first. */
const PLACES = {
  alt: ['AltTextAccessibility'],
  caption: ['Caption/Abstract', 'description', 'ImageDescription'],
  credit: ['Credit', 'By-line', 'creator', 'Artist', 'Copyright Notice', 'rights', 'Copyright'],
} satisfies Record<keyof SuggestedTexts, string[]>;
const LONGEST = { alt: 1000, caption: 2000, credit: 500 } as const;

/**
 * What a file says of itself, to be offered to whoever uploads it.
 * @returns null where it says nothing
 */
export function readTexts(bytes: Buffer): SuggestedTexts | null {
  const tag = readTags(bytes);
  const found: SuggestedTexts = {};
  for (const [field, places] of Object.entries(PLACES) as [keyof typeof PLACES, string[]][]) {
    const text = tag(places);
    if (text) found[field] = text.slice(0, LONGEST[field]);
  }
  return Object.keys(found).length > 0 ? found : null;
}
