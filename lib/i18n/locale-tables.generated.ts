/** Written by `npm run generate` from the files of `lib/i18n/locales`: a bundle loads only the tables that it uses. */
export const LOCALES = ["en","ru","hy","az"] as const;

export const LABEL = {
  en: {"short":"EN","name":"English"},
  ru: {"short":"RU","name":"Русский"},
  hy: {"short":"ՀԱՅ","name":"Հայերեն"},
  az: {"short":"AZ","name":"Azərbaycanca"},
} as const;

export const DIRECTION = {
  en: "ltr",
  ru: "ltr",
  hy: "ltr",
  az: "ltr",
} as const;

export const OPEN_GRAPH = {
  en: "en_GB",
  ru: "ru_RU",
  hy: "hy_AM",
  az: "az_AZ",
} as const;

export const FORMER_CODES = {
  en: [],
  ru: [],
  hy: ["arm"],
  az: [],
} as const;

export const QUOTES = {
  en: ["“","”","‘","’"],
  ru: ["«","»","„","“"],
  hy: ["«","»","“","”"],
  az: ["“","”","‘","’"],
} as const;

export const MONTHS = {
  en: "January February March April May June July August September October November December",
  ru: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
  hy: "հունվարի փետրվարի մարտի ապրիլի մայիսի հունիսի հուլիսի օգոստոսի սեպտեմբերի հոկտեմբերի նոյեմբերի դեկտեմբերի",
  az: "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
} as const;

export const SHORT_MONTHS = {
  en: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
  ru: "янв. февр. марта апр. мая июня июля авг. сент. окт. нояб. дек.",
  hy: "հնվ. փտվ. մրտ. ապր. մյս. հնս. հլս. օգս. սեպ. հոկ. նոյ. դեկ.",
  az: "yan. fev. mart apr. may iyn. iyl. avq. sen. okt. noy. dek.",
} as const;

export const BOUND_WORDS = {
  en: "",
  ru: "а в во до за и из к ко на не ни но о об от по с со у",
  hy: "",
  az: "",
} as const;

export const FAILURE_WORDS = {
  en: {"title":"This page cannot be shown just now","text":"The fault is ours. Please try again in a minute.","again":"Try again","front":"To the front page"},
  ru: {"title":"Страницу сейчас не удаётся показать","text":"Это наша неполадка. Попробуйте ещё раз через минуту.","again":"Попробовать ещё раз","front":"На главную"},
  hy: {"title":"Այս պահին էջը հնարավոր չէ ցուցադրել","text":"Խափանումը մեր կողմից է։ Խնդրում ենք փորձել մեկ րոպեից։","again":"Փորձել նորից","front":"Դեպի գլխավոր էջ"},
  az: {"title":"Səhifəni indi göstərmək mümkün olmadı","text":"Nasazlıq bizdədir. Bir dəqiqədən sonra yenidən cəhd edin.","again":"Yenidən cəhd et","front":"Baş səhifəyə"},
} as const;
