import type { SuggestedTexts } from '../content/desk/media.ts';
import { readTags } from './read-tags.ts';

/** The fields in which the industry writes a picture's description and credit, the most reliable first. */
const PLACES = {
  alt: ['AltTextAccessibility'],
  caption: ['Caption/Abstract', 'description', 'ImageDescription'],
  credit: ['Credit', 'By-line', 'creator', 'Artist', 'Copyright Notice', 'rights', 'Copyright'],
} satisfies Record<keyof SuggestedTexts, string[]>;
const LONGEST = { alt: 1000, caption: 2000, credit: 500 } as const;

/**
 * Texts from a file's metadata, suggested to the user who uploads it.
 * @returns null if it has none
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
