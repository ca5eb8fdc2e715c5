/** Quotation marks and dashes as each language prints them. */
import { Extension, InputRule } from '@tiptap/core';
import type { Locale } from '@/lib/i18n/locales';
import { QUOTES } from '@/lib/i18n/quotation-marks';

/**
 * The mark that a straight one stands for.
 * @param before - the paragraph's text up to it
 */
export function quoteFor(sign: '"' | "'", before: string, locale: Locale): string {
  const [outerOpen, outerClose, innerOpen, innerClose] = QUOTES[locale];
  const isOpening = /(^|[\s([{—–\-«„“‘/])$/.test(before);
  if (sign === "'") {
    // After a letter it is an apostrophe in every language.
    if (!isOpening)
      return locale === 'ru' && isInside(before, innerOpen, innerClose) ? innerClose : '’';
    return innerOpen;
  }
  const isWithin = isInside(before, outerOpen, outerClose);
  if (isOpening) return isWithin ? innerOpen : outerOpen;
  return isInside(before, innerOpen, innerClose) && innerOpen !== '‘' ? innerClose : outerClose;
}

/** Whether a mark was opened before and not closed since. */
const isInside = (before: string, open: string, close: string): boolean =>
  before.lastIndexOf(open) > before.lastIndexOf(close);

/** Sets marks as they are written; undo gives the straight one back, and code keeps them straight. */
export const Quotes = Extension.create<{ language: Locale }>({
  name: 'quotes',
  addOptions: () => ({ language: 'en' }),
  addInputRules() {
    const { language } = this.options;
    const isCode = (state: {
      selection: { $from: { parent: { type: { spec: { code?: boolean } } } } };
    }) => Boolean(state.selection.$from.parent.type.spec.code);
    return [
      new InputRule({
        find: /["']$/,
        handler: ({ state, range, match }) => {
          if (isCode(state)) return;
          const { tr, doc } = state;
          const $at = doc.resolve(range.from);
          const before = $at.parent.textBetween(0, $at.parentOffset, undefined, ' ');
          tr.insertText(quoteFor(match[0] as '"', before, language), range.from, range.to);
        },
      }),
      // Two hyphens between words are a dash: spaced as the language has it by who writes.
      new InputRule({
        find: /(?<=\s|\p{L})--$/u,
        handler: ({ state, range }) => {
          if (!isCode(state)) state.tr.insertText('—', range.from, range.to);
        },
      }),
      new InputRule({
        find: /\.\.\.$/,
        handler: ({ state, range }) => {
          if (!isCode(state)) state.tr.insertText('…', range.from, range.to);
        },
      }),
    ];
  },
});
