import type { IncomingMessage, ServerResponse } from 'node:http';
import { isLocale, type Locale } from '../i18n/locales.ts';
import { publication } from '../../publication.config.ts';
import { preferredLocale } from './addresses.ts';
import { pagePolicy } from './policy.ts';

/** Kept here and not among the messages: it must be told when nothing else of the portal works. */
const SENTENCES = {
  en: {
    title: 'This page cannot be shown just now',
    text: 'The fault is ours. Please try again in a minute.',
    again: 'Try again',
  },
  ru: {
    title: 'Страницу сейчас не удаётся показать',
    text: 'Это наша неполадка. Попробуйте ещё раз через минуту.',
    again: 'Попробовать ещё раз',
  },
  hy: {
    title: 'Այս պահին էջը հնարավոր չէ ցուցադրել',
    text: 'Խափանումը մեր կողմից է։ Խնդրում ենք փորձել մեկ րոպեից։',
    again: 'Փորձել նորից',
  },
  az: {
    title: 'Səhifəni indi göstərmək mümkün olmadı',
    text: 'Nasazlıq bizdədir. Bir dəqiqədən sonra yenidən cəhd edin.',
    again: 'Yenidən cəhd et',
  },
} as const satisfies Record<Locale, { title: string; text: string; again: string }>;

const STYLE =
  ':root{color-scheme:light dark}body{font:18px/1.6 serif;max-width:34em;margin:15vh auto;padding:0 16px;' +
  'color:light-dark(#16130f,#ece7de);background:light-dark(#fffdf9,#12110f)}h1{font-size:34px;line-height:1.15}a{color:inherit}';

const POLICY = pagePolicy({ scripts: [], styles: [STYLE] });

/** Answers 503 with a whole page in the reader's language, made of nothing that could be broken. */
export function failurePage(request: IncomingMessage, response: ServerResponse): void {
  const first = request.url?.split('/')[1] ?? '';
  const locale = isLocale(first) ? first : preferredLocale(request.headers['accept-language']);
  const { title, text, again } = SENTENCES[locale];
  const page =
    `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<meta name="robots" content="noindex"><title>${title} · ${publication.name}</title><style>${STYLE}</style>` +
    `<p>${publication.name}</p><h1>${title}</h1><p>${text}</p><p><a href="">${again}</a></p></html>`;
  response.writeHead(503, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(page),
    'cache-control': 'no-store',
    'retry-after': '30',
    'content-security-policy': POLICY,
  });
  response.end(request.method === 'HEAD' ? undefined : page);
}
