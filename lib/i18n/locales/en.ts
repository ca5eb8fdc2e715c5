import type { LocaleDeclaration } from '../locale-declaration.ts';

/** English, with British spelling. */
export const locale: LocaleDeclaration = {
  position: 1,
  label: { short: 'EN', name: 'English' },
  direction: 'ltr',
  openGraph: 'en_GB',
  formerCodes: [],
  otherCodes: ['eng'],
  quotes: ['“', '”', '‘', '’'],
  months: 'January February March April May June July August September October November December',
  shortMonths: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
  boundWords: '',
  failureWords: {
    title: 'This page cannot be shown just now',
    text: 'The fault is ours. Please try again in a minute.',
    again: 'Try again',
    front: 'To the front page',
  },
  firstFonts: ['latin'],
  font: null,
  sampleWords: {
    common: `harbour council budget ferry winter school river market bridge engine station library doctor
      teacher festival museum orchard railway valley harvest pension tariff hospital election permit contract
      survey the a of and to in on with from after before under about new old first second public local early
      quiet announced opened closed measured repaired delayed published agreed refused counted rebuilt expected`,
    searched: 'port',
  },
  search: { configuration: 'english', spell: (text) => text.replaceAll('’', "'") },
  slug: { replacements: [] },
};
