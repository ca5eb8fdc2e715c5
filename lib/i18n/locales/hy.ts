import type { LocaleDeclaration } from '../locale-declaration.ts';

/** Emphasis, exclamation, question and abbreviation: they are written inside a word. */
const INNER_MARKS = '\u055b\u055c\u055e\u055f';

/** Armenian: eastern, in the spelling of the republic. */
export const locale: LocaleDeclaration = {
  position: 3,
  label: { short: 'ՀԱՅ', name: 'Հայերեն' },
  direction: 'ltr',
  openGraph: 'hy_AM',
  formerCodes: ['arm'],
  otherCodes: ['am'],
  // «չակերտ», inside them “ ”.
  quotes: ['«', '»', '“', '”'],
  months:
    'հունվարի փետրվարի մարտի ապրիլի մայիսի հունիսի հուլիսի օգոստոսի սեպտեմբերի հոկտեմբերի նոյեմբերի դեկտեմբերի',
  shortMonths: 'հնվ. փտվ. մրտ. ապր. մյս. հնս. հլս. օգս. սեպ. հոկ. նոյ. դեկ.',
  boundWords: '',
  failureWords: {
    title: 'Այս պահին էջը հնարավոր չէ ցուցադրել',
    text: 'Խափանումը մեր կողմից է։ Խնդրում ենք փորձել մեկ րոպեից։',
    again: 'Փորձել նորից',
    front: 'Դեպի գլխավոր էջ',
  },
  firstFonts: ['armenian', 'latin'],
  font: {
    file: 'armenian',
    family: 'noto-serif-armenian',
    slice: 'armenian',
    range: 'U+531-58F',
  },
  sampleWords: {
    common: `նավահանգիստ խորհուրդ բյուջե լաստանավ ձմեռ դպրոց գետ շուկա կամուրջ շարժիչ կայարան գրադարան բժիշկ
      ուսուցիչ փառատոն թանգարան այգի երկաթուղի հովիտ բերք թոշակ սակագին հիվանդանոց ընտրություն պայմանագիր
      և ու մեջ վրա հետո առաջ տակ մասին նոր հին առաջին երկրորդ քաղաքային տեղական վաղ լուռ
      հայտարարեց բացեց փակեց չափեց նորոգեց հետաձգեց հրապարակեց համաձայնեց մերժեց հաշվեց սպասում է`,
    searched: 'նավ',
  },
  search: {
    configuration: 'armenian',
    innerMarks: INNER_MARKS,
    // One sound has three spellings: և, եւ and, always in capitals, ԵՎ. PostgreSQL's stems need the first.
    spell: (text) => text.replace(new RegExp(`[${INNER_MARKS}]`, 'g'), '').replace(/եւ|եվ/g, 'և'),
  },
  slug: {
    replacements: [
      ['՛', ''],
      ['՜', ''],
      ['՞', ''],
      ['՟', ''],
    ],
    // By position: `ու` is one sound, any other `ւ` (and that of `և`) is a v, `ե` and `ո` are iotated only at
    // the beginning of a word.
    romanise: (text) =>
      text
        .replace(/[Ոո][՛՜՞]?[Ււ]/g, 'u')
        .replaceAll('և', 'եվ')
        .replace(/[Ււ]/g, 'v')
        .replace(/(?<=[\p{L}՛՜՞])[Եե]/gu, 'e')
        .replace(/(?<=[\p{L}՛՜՞])[Ոո]/gu, 'o'),
  },
};
