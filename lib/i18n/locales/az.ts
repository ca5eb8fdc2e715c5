import type { LocaleDeclaration } from '../locale-declaration.ts';

/** Azerbaijani, in Latin letters. */
export const locale: LocaleDeclaration = {
  position: 4,
  label: { short: 'AZ', name: 'Azərbaycanca' },
  direction: 'ltr',
  openGraph: 'az_AZ',
  formerCodes: [],
  otherCodes: ['aze'],
  // Print uses “ ” (the standard of 2012 names it first), inside them ‘ ’.
  quotes: ['“', '”', '‘', '’'],
  months: 'yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr',
  shortMonths: 'yan. fev. mart apr. may iyn. iyl. avq. sen. okt. noy. dek.',
  boundWords: '',
  failureWords: {
    title: 'Səhifəni indi göstərmək mümkün olmadı',
    text: 'Nasazlıq bizdədir. Bir dəqiqədən sonra yenidən cəhd edin.',
    again: 'Yenidən cəhd et',
    front: 'Baş səhifəyə',
  },
  firstFonts: ['latin', 'azerbaijani'],
  font: {
    file: 'azerbaijani',
    family: 'noto-serif',
    slice: 'latin-ext',
    range: 'U+11E-11F, U+130, U+15E-15F, U+18F, U+259',
  },
  sampleWords: {
    common: `liman şura büdcə bərə qış məktəb çay bazar körpü mühərrik stansiya kitabxana həkim müəllim
      festival muzey bağ dəmiryolu vadi məhsul pensiya tarif xəstəxana seçki icazə müqavilə sorğu
      və ilə üçün sonra əvvəl altında haqqında yeni köhnə birinci ikinci ictimai yerli erkən sakit
      elan açdı bağladı ölçdü təmir etdi gecikdirdi dərc razılaşdı imtina saydı gözləyir işıq ildırım`,
    searched: 'liman',
  },
  search: {
    configuration: 'simple',
    matchesBeginnings: true,
    hasApostrophes: true,
    // Məs’ul and məsul are the older and the newer spelling of one word.
    spell: (text) => text.replace(/(?<=\p{L})['’ʼ](?=\p{L})/gu, ''),
  },
  slug: {
    replacements: [
      ['ə', 'e'],
      ['Ə', 'e'],
      ['ı', 'i'],
      ['İ', 'i'],
      ['ö', 'o'],
      ['Ö', 'o'],
      ['ü', 'u'],
      ['Ü', 'u'],
    ],
  },
};
