import type { Locale } from './locales.ts';

/** Texts for when nothing else of the portal works, not even the messages. */
export const FAILURE_WORDS = {
  en: {
    title: 'This page cannot be shown just now',
    text: 'The fault is ours. Please try again in a minute.',
    again: 'Try again',
    front: 'To the front page',
  },
  ru: {
    title: 'Страницу сейчас не удаётся показать',
    text: 'Это наша неполадка. Попробуйте ещё раз через минуту.',
    again: 'Попробовать ещё раз',
    front: 'На главную',
  },
  hy: {
    title: 'Այս պահին էջը հնարավոր չէ ցուցադրել',
    text: 'Խափանումը մեր կողմից է։ Խնդրում ենք փորձել մեկ րոպեից։',
    again: 'Փորձել նորից',
    front: 'Դեպի գլխավոր էջ',
  },
  az: {
    title: 'Səhifəni indi göstərmək mümkün olmadı',
    text: 'Nasazlıq bizdədir. Bir dəqiqədən sonra yenidən cəhd edin.',
    again: 'Yenidən cəhd et',
    front: 'Baş səhifəyə',
  },
} as const satisfies Record<Locale, { title: string; text: string; again: string; front: string }>;
