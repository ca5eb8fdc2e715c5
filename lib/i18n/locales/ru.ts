import type { LocaleDeclaration } from '../locale-declaration.ts';

/** Latin letters that look like Cyrillic ones, with the Cyrillic letter: typists confuse them. */
const LOOKALIKES = new Map(
  [...'aceopxykmthb'].map((latin, at) => [latin, 'асеорхукмтнв'.charAt(at)]),
);
const MIXED_WORD = /[a-z]*\p{Script=Cyrillic}[\p{Script=Cyrillic}a-z]*/gu;

/** Russian. */
export const locale: LocaleDeclaration = {
  position: 2,
  label: { short: 'RU', name: 'Русский' },
  direction: 'ltr',
  openGraph: 'ru_RU',
  formerCodes: [],
  otherCodes: ['rus'],
  // «ёлочки» with „лапки“ inside.
  quotes: ['«', '»', '„', '“'],
  months: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  shortMonths: 'янв. февр. марта апр. мая июня июля авг. сент. окт. нояб. дек.',
  boundWords: 'а в во до за и из к ко на не ни но о об от по с со у',
  failureWords: {
    title: 'Страницу сейчас не удаётся показать',
    text: 'Это наша неполадка. Попробуйте ещё раз через минуту.',
    again: 'Попробовать ещё раз',
    front: 'На главную',
  },
  firstFonts: ['cyrillic', 'latin'],
  font: {
    file: 'cyrillic',
    family: 'noto-serif',
    slice: 'cyrillic',
    range: 'U+401-45F, U+490-491',
  },
  sampleWords: {
    common: `гавань совет бюджет паром зима школа река рынок мост двигатель станция библиотека врач учитель
      фестиваль музей сад железная дорога долина урожай пенсия тариф больница выборы разрешение договор
      и в на с из после перед под о новый старый первый второй городской местный ранний тихий
      объявил открыл закрыл измерил починил отложил опубликовал согласился отказал подсчитал ожидает`,
    searched: 'порт',
  },
  search: {
    configuration: 'russian',
    // In word endings Й is a letter of its own: its breve stays.
    marks: /(?<!и)[\u0300-\u036f\ufe00-\ufe0f]|[\u0300-\u0305\u0307-\u036f]/gi,
    spell: (text) =>
      text.replace(MIXED_WORD, (word) =>
        word.replace(/[a-z]/g, (letter) => LOOKALIKES.get(letter) ?? letter),
      ),
  },
  slug: { replacements: [] },
};
