import { bindWords } from '@/lib/content/body/typography/bind-words';
import type { Locale } from '@/lib/i18n/locales';

/** A word with hyphens; it is not broken if it is short enough for the narrowest column. */
const HYPHENED = /([\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+)/u;
const LONGEST = 16;

/** A headline or another short text, with line breaks only where typography allows them. */
export function Words({ text, locale }: { text: string; locale: Locale }) {
  // `split` returns the captured groups at the odd indexes.
  return bindWords(text, locale)
    .split(HYPHENED)
    .map((part, index) =>
      index % 2 === 1 && part.length <= LONGEST ? (
        <span key={index} className="unbroken">
          {part}
        </span>
      ) : (
        part
      ),
    );
}
