/**
 * Everything that makes this portal one publication: its name, languages' words, categories and links.
 * Another newsroom changes this file (and `public/logo.png`) and nothing else.
 */
import type { Role } from './lib/content/desk/roles.ts';
import { distinctInEveryLocale, inEveryLocale } from './lib/i18n/in-every-locale.ts';
import type { Locale } from './lib/i18n/locales.ts';

/** Where readers may follow the publication or find its apps; what is absent is left out everywhere. */
export interface PublicationLinks {
  x?: string;
  youtube?: string;
  instagram?: string;
  facebook?: string;
  telegram?: string;
  appStore?: string;
  googlePlay?: string;
}

interface CategoryConfiguration {
  slug: string;
  names: Record<Locale, string>;
  descriptions: Record<Locale, string>;
}

/** What software that reads for artificial intelligence may do here, by what it reads for. */
export interface CrawlerConfiguration {
  /** To train a model; where it may not, the pages also reserve text and data mining (TDMRep). */
  training: boolean;
  /** To find and link our pages in answers. */
  search: boolean;
  /** To open a page because somebody asked for it just now. */
  onRequest: boolean;
}

interface SyndicationConfiguration {
  /**
   * The permanent authority of feed entry ids (RFC 4151): a domain we owned at a date. Keep it when the
   * domain changes; otherwise feed readers mark everything unread.
   */
  tagAuthority: string;
  crawlers: CrawlerConfiguration;
}

interface NewsroomConfiguration {
  /** Roles that come in by a password and a code alike: who has none yet sets it up before anything else. */
  secondFactor: readonly Role[];
}

export interface PublicationConfiguration {
  name: string;
  /** A few words after which nobody takes its fronts and feeds in two languages for each other. */
  taglines: Record<Locale, string>;
  /** One sentence on what it is, for the front's description and structured data. */
  descriptions: Record<Locale, string>;
  /** IANA name of the zone in which dates are told. */
  timeZone: string;
  /** Year of the first edition, for the © line. */
  foundedYear: number;
  contact: {
    email: string;
    /** For holes in the portal's security (`/.well-known/security.txt`); the first by default. */
    securityEmail?: string;
    phone: string | null;
    address: Record<Locale, string>;
  };
  /** Drawn on a plain ground in `public`, at least 112×112 pixels: search engines show it beside stories. */
  logo: { path: string; width: number; height: number };
  links: PublicationLinks;
  syndication: SyndicationConfiguration;
  newsroom: NewsroomConfiguration;
  /** In the order of the navigation. */
  categories: readonly CategoryConfiguration[];
}

export const publication = {
  name: 'Caliber.Az',
  taglines: distinctInEveryLocale({
    en: 'News and analysis',
    ru: 'Новости и аналитика',
    hy: 'Լուրեր և վերլուծություններ',
    az: 'Xəbərlər və təhlillər',
  }),
  descriptions: inEveryLocale({
    en: 'News and analysis in four languages: what happened, why, and what follows from it.',
    ru: 'Новости и аналитика на четырёх языках: что произошло, почему и что из этого следует.',
    hy: 'Լուրեր և վերլուծություններ չորս լեզվով. ինչ է տեղի ունեցել, ինչու և ինչ է դրան հետևում։',
    az: 'Dörd dildə xəbər və təhlil: nə baş verdi, niyə və nəticəsi nədir.',
  }),
  timeZone: 'Asia/Baku',
  foundedYear: 2020,
  contact: {
    email: 'newsroom@caliber.example',
    phone: null,
    address: inEveryLocale({
      en: '12 Harbour Street, Baku',
      ru: 'Баку, улица Портовая, 12',
      hy: 'Բաքու, Նավահանգստի փողոց 12',
      az: 'Bakı, Liman küçəsi 12',
    }),
  },
  logo: { path: '/logo.png', width: 512, height: 512 },
  links: {
    x: 'https://x.com/caliber_az',
    youtube: 'https://www.youtube.com/@caliber_az',
    instagram: 'https://www.instagram.com/caliber_az',
    facebook: 'https://www.facebook.com/caliber.az',
    telegram: 'https://t.me/caliber_az',
    appStore: 'https://apps.apple.com/app/caliber',
    googlePlay: 'https://play.google.com/store/apps/details?id=az.caliber',
  },
  syndication: {
    tagAuthority: 'caliber.az,2020',
    crawlers: { training: false, search: true, onRequest: true },
  },
  newsroom: { secondFactor: [] },
  categories: [
    {
      slug: 'analytics',
      names: inEveryLocale({
        en: 'Analytics',
        ru: 'Аналитика',
        hy: 'Վերլուծություն',
        az: 'Analitika',
      }),
      descriptions: inEveryLocale({
        en: 'The reasons behind the news, with the figures and the documents they rest on.',
        ru: 'Причины событий — с цифрами и документами, на которые мы опираемся.',
        hy: 'Իրադարձությունների պատճառները՝ թվերով և փաստաթղթերով։',
        az: 'Xəbərin arxasındakı səbəblər, rəqəmlər və sənədlərlə.',
      }),
    },
    {
      slug: 'politics',
      names: inEveryLocale({
        en: 'Politics',
        ru: 'Политика',
        hy: 'Քաղաքականություն',
        az: 'Siyasət',
      }),
      descriptions: inEveryLocale({
        en: 'Parliaments, ministries and councils: what was decided and whom it affects.',
        ru: 'Парламенты, министерства и советы: что решено и кого это коснётся.',
        hy: 'Խորհրդարաններ, նախարարություններ, խորհուրդներ. ինչ է որոշվել և ում է դա վերաբերում։',
        az: 'Parlamentlər, nazirliklər, şuralar: nə qərara alındı və kimə aiddir.',
      }),
    },
    {
      slug: 'economy',
      names: inEveryLocale({
        en: 'Economy',
        ru: 'Экономика',
        hy: 'Տնտեսություն',
        az: 'İqtisadiyyat',
      }),
      descriptions: inEveryLocale({
        en: 'Prices, work, trade and the companies behind them.',
        ru: 'Цены, работа, торговля и компании, которые за ними стоят.',
        hy: 'Գներ, աշխատանք, առևտուր և դրանց հետևում կանգնած ընկերությունները։',
        az: 'Qiymətlər, iş, ticarət və onların arxasındakı şirkətlər.',
      }),
    },
    {
      slug: 'world',
      names: inEveryLocale({ en: 'World', ru: 'Мир', hy: 'Աշխարհ', az: 'Dünya' }),
      descriptions: inEveryLocale({
        en: 'Beyond the coast: neighbours, routes and agreements.',
        ru: 'За пределами побережья: соседи, маршруты и договоры.',
        hy: 'Ափից այն կողմ՝ հարևաններ, ուղիներ և համաձայնագրեր։',
        az: 'Sahildən o yana: qonşular, yollar və razılaşmalar.',
      }),
    },
    {
      slug: 'society',
      names: inEveryLocale({ en: 'Society', ru: 'Общество', hy: 'Հասարակություն', az: 'Cəmiyyət' }),
      descriptions: inEveryLocale({
        en: 'Schools, hospitals, courts and streets: how people live.',
        ru: 'Школы, больницы, суды и улицы: как живут люди.',
        hy: 'Դպրոցներ, հիվանդանոցներ, դատարաններ, փողոցներ. ինչպես են ապրում մարդիկ։',
        az: 'Məktəblər, xəstəxanalar, məhkəmələr, küçələr: insanlar necə yaşayır.',
      }),
    },
    {
      slug: 'culture',
      names: inEveryLocale({ en: 'Culture', ru: 'Культура', hy: 'Մշակույթ', az: 'Mədəniyyət' }),
      descriptions: inEveryLocale({
        en: 'Books, stages, songs and the people who make them.',
        ru: 'Книги, сцена, песни и люди, которые их создают.',
        hy: 'Գրքեր, բեմեր, երգեր և դրանք ստեղծող մարդիկ։',
        az: 'Kitablar, səhnələr, mahnılar və onları yaradanlar.',
      }),
    },
    {
      slug: 'science',
      names: inEveryLocale({ en: 'Science', ru: 'Наука', hy: 'Գիտություն', az: 'Elm' }),
      descriptions: inEveryLocale({
        en: 'What researchers found, and how sure they are.',
        ru: 'Что выяснили учёные и насколько они в этом уверены.',
        hy: 'Ինչ են պարզել գիտնականները և որքանով են վստահ դրանում։',
        az: 'Alimlər nə tapıb və buna nə qədər əmindirlər.',
      }),
    },
    {
      slug: 'sport',
      names: inEveryLocale({ en: 'Sport', ru: 'Спорт', hy: 'Սպորտ', az: 'İdman' }),
      descriptions: inEveryLocale({
        en: 'Results, and what it took to get them.',
        ru: 'Результаты и то, чего они стоили.',
        hy: 'Արդյունքներ և թե ինչ գնով են դրանք ձեռք բերվել։',
        az: 'Nəticələr və onların arxasındakı zəhmət.',
      }),
    },
  ],
} as const satisfies PublicationConfiguration;
