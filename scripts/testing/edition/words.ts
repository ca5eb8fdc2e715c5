/** What the stories of the made edition say, in each language that it is made in. Places and people are invented. */
export const EDITION_LOCALES = ['en', 'ru', 'hy', 'az'] as const;
export type EditionLocale = (typeof EDITION_LOCALES)[number];
export type Words = Readonly<Record<EditionLocale, string>>;

/** Each place and each matter make one headline, `place: matter`: 42 of a language, no two alike. */
export const PLACES: readonly Words[] = [
  { en: 'Osk', ru: 'Оск', hy: 'Օսկ', az: 'Osk' },
  { en: 'Tamrin', ru: 'Тамрин', hy: 'Թամրին', az: 'Tamrin' },
  { en: 'Saro', ru: 'Саро', hy: 'Սարո', az: 'Saro' },
  { en: 'Kelm', ru: 'Кельм', hy: 'Կելմ', az: 'Kelm' },
  { en: 'Lower Ilba', ru: 'Нижняя Ильба', hy: 'Ներքին Իլբա', az: 'Aşağı İlba' },
  { en: 'Dorve', ru: 'Дорве', hy: 'Դորվե', az: 'Dorve' },
];

export const MATTERS: readonly Words[] = [
  {
    en: 'the bridge opens a year late',
    ru: 'мост откроют на год позже',
    hy: 'կամուրջը կբացվի մեկ տարի ուշ',
    az: 'körpü bir il gec açılır',
  },
  {
    en: 'the school keeps its second teacher',
    ru: 'школа сохраняет второго учителя',
    hy: 'դպրոցը պահում է երկրորդ ուսուցչին',
    az: 'məktəb ikinci müəllimini saxlayır',
  },
  {
    en: 'the library stays open at night',
    ru: 'библиотека работает и ночью',
    hy: 'գրադարանը բաց է նաև գիշերը',
    az: 'kitabxana gecə də açıqdır',
  },
  {
    en: 'the ferry has a new timetable',
    ru: 'у парома новое расписание',
    hy: 'լաստանավն ունի նոր չվացուցակ',
    az: 'bərənin yeni cədvəli var',
  },
  {
    en: 'the market moves indoors',
    ru: 'рынок переезжает под крышу',
    hy: 'շուկան տեղափոխվում է տանիքի տակ',
    az: 'bazar dam altına köçür',
  },
  {
    en: 'nurses ask for one more shift',
    ru: 'медсёстры просят ещё одну смену',
    hy: 'բուժքույրերը խնդրում են ևս մեկ հերթափոխ',
    az: 'tibb bacıları daha bir növbə istəyir',
  },
  {
    en: 'the well gives water again',
    ru: 'колодец снова даёт воду',
    hy: 'ջրհորը կրկին ջուր է տալիս',
    az: 'quyu yenidən su verir',
  },
];

export const STANDFIRST: Words = {
  en: 'The council voted on Monday; what it decided is shorter than the talk before it.',
  ru: 'Совет голосовал в понедельник; решение оказалось короче разговора.',
  hy: 'Խորհուրդը քվեարկեց երկուշաբթի. որոշումն ավելի կարճ էր, քան խոսակցությունը։',
  az: 'Şura bazar ertəsi səs verdi; qərar söhbətdən qısa oldu.',
};

/** Paragraphs of a story, more than 500 letters together. */
export const PARAGRAPHS: Readonly<Record<EditionLocale, readonly string[]>> = {
  en: [
    'The question had stood on the list of the council for three years. On Monday evening forty people came to hear the answer, and most of them had to stand, since the chairs of the hall are lent to the wedding of a councillor’s daughter.',
    'What the work will cost is written in a report of nine pages: 412,000 marks, of which the district pays half. The rest is to come from the sale of the old stables, for which nobody has offered anything yet.',
    '“We have waited longer for less,” said the mayor, who had the last word and used it to thank the bridge keeper. The bridge keeper was not there. He had stayed at the bridge.',
    'The first workers come in March. Until then everything remains as it is, which the older people of the place say is what they are used to.',
  ],
  ru: [
    'Вопрос стоял в повестке совета три года. В понедельник вечером послушать ответ пришли сорок человек, и большинству пришлось стоять: стулья из зала одолжили на свадьбу дочери одного из депутатов.',
    'Сколько будут стоить работы, написано в отчёте на девяти страницах: 412 000 марок, половину из которых платит округ. Остальное должна принести продажа старых конюшен, за которые пока никто ничего не предложил.',
    '«Мы и меньшего ждали дольше», — сказал мэр, за которым было последнее слово, и поблагодарил смотрителя моста. Смотрителя в зале не было. Он остался у моста.',
    'Первые рабочие придут в марте. До тех пор всё останется как есть; старожилы говорят, что к этому они и привыкли.',
  ],
  hy: [
    'Հարցը երեք տարի խորհրդի օրակարգում էր։ Երկուշաբթի երեկոյան պատասխանը լսելու եկավ քառասուն մարդ, և շատերը ստիպված էին կանգնել, քանի որ դահլիճի աթոռները տվել են պատգամավորներից մեկի դստեր հարսանիքին։',
    'Աշխատանքների արժեքը գրված է ինը էջանոց զեկույցում. 412 000 մարկ, որի կեսը վճարում է շրջանը։ Մնացածը պետք է տա հին ախոռների վաճառքը, որոնց համար դեռ ոչ ոք ոչինչ չի առաջարկել։',
    '«Ավելի քչի համար ավելի երկար ենք սպասել», — ասաց քաղաքապետը և շնորհակալություն հայտնեց կամրջի պահակին։ Պահակը դահլիճում չէր։ Նա մնացել էր կամրջի մոտ։',
    'Առաջին բանվորները կգան մարտին։ Մինչ այդ ամեն ինչ կմնա այնպես, ինչպես կա. ծերերն ասում են, որ հենց դրան են սովոր։',
  ],
  az: [
    'Məsələ üç il idi ki, şuranın gündəliyində dururdu. Bazar ertəsi axşam cavabı eşitməyə qırx nəfər gəldi və çoxu ayaq üstə qaldı, çünki zalın stullarını bir deputatın qızının toyuna vermişdilər.',
    'İşlərin neçəyə başa gələcəyi doqquz səhifəlik hesabatda yazılıb: 412 000 mark, yarısını rayon ödəyir. Qalanını köhnə tövlələrin satışı gətirməlidir, amma hələ heç kim heç nə təklif etməyib.',
    '“Biz daha azını daha çox gözləmişik”, — son sözü deyən bələdiyyə sədri dedi və körpü gözətçisinə təşəkkür etdi. Gözətçi zalda deyildi. O, körpünün yanında qalmışdı.',
    'İlk fəhlələr martda gələcək. O vaxta qədər hər şey olduğu kimi qalır; qocalar deyir ki, elə buna öyrəşiblər.',
  ],
};

/** The story that most tests open: a table, a quotation that stands apart, a list, a picture and a gallery. */
export const LEAD: Readonly<
  Record<
    EditionLocale,
    { headline: string; slug: string; opening: string; standfirst: string; word: string }
  >
> = {
  en: {
    headline: 'Why Veldar is reopening a quarry nobody asked for',
    slug: 'why-veldar-is-reopening-a-quarry',
    opening: 'On the morning of 9 November the mayor of Veldar signed a contract',
    standfirst: 'The town says that stone will bring work. Its own books say that the work waits for a road.',
    word: 'quarry',
  },
  ru: {
    headline: 'Зачем Вельдар открывает карьер, о котором никто не просил',
    slug: 'zachem-veldar-otkryvaet-karer',
    opening: 'Утром 9 ноября мэр Вельдара подписал договор',
    standfirst: 'Город говорит, что камень даст работу. Его же книги говорят, что работа ждёт дороги.',
    word: 'карьер',
  },
  hy: {
    headline: 'Ինչո՞ւ է Վելդարը վերաբացում քարհանքը, որը ոչ ոք չի խնդրել',
    slug: 'inchu-e-veldary-verabacum-qarhanqy',
    opening: 'Նոյեմբերի 9-ի առավոտյան Վելդարի քաղաքապետը պայմանագիր ստորագրեց',
    standfirst: 'Քաղաքն ասում է, որ քարը աշխատանք կտա։ Իր իսկ մատյաններն ասում են, որ աշխատանքը ճանապարհի է սպասում։',
    word: 'քարհանք',
  },
  az: {
    headline: 'Veldar heç kimin istəmədiyi karxananı niyə yenidən açır',
    slug: 'veldar-karxanani-niye-yeniden-acir',
    opening: 'Noyabrın 9-u səhər Veldar bələdiyyə sədri müqavilə imzaladı',
    standfirst: 'Şəhər deyir ki, daş iş gətirəcək. Öz dəftərləri isə deyir ki, iş yol gözləyir.',
    word: 'karxana',
  },
};
