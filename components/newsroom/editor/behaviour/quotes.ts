/** Quotation marks and dashes in the typography of each language. */
import { Extension, InputRule } from '@tiptap/core';
import type { Locale } from '@/lib/i18n/locales';
import { QUOTES } from '@/lib/i18n/locale-tables.generated';

/**
 * The typographic mark for a straight one.
 * @param before - the paragraph's text before the mark
 */
export function quoteFor(sign: '"' | "'", before: string, locale: Locale): string {
  const [outerOpen, outerClose, innerOpen, innerClose] = QUOTES[locale];
  const isOpening = /(^|[\s([{—–\-«„“‘/])$/.test(before);
  if (sign === "'") {
    // After a letter it closes an inner quotation, or is an apostrophe.
    if (!isOpening) return isInside(before, innerOpen, innerClose) ? innerClose : '’';
    return innerOpen;
  }
  const isWithin = isInside(before, outerOpen, outerClose);
  if (isOpening) return isWithin ? innerOpen : outerOpen;
  return isInside(before, innerOpen, innerClose) && innerOpen !== '‘' ? innerClose : outerClose;
}

/** Whether the last opening mark is not closed yet. */
const isInside = (before: string, open: string, close: string): boolean =>
  before.lastIndexOf(open) > before.lastIndexOf(close);

/** Replaces marks while they are typed; undo restores the straight mark, and code keeps straight marks. */
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
      // Two hyphens between words become a dash; the writer sets the spaces that the language requires.
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
