import type { IncomingMessage, ServerResponse } from 'node:http';
import { COLOURS } from '../../components/theme/look.ts';
import { FAILURE_WORDS } from '../i18n/locale-tables.generated.ts';
import { isLocale, LOCALE_DIRECTIONS } from '../i18n/locales.ts';
import { publication } from '../../publication.config.ts';
import { preferredLocale } from '../addresses.ts';
import { pagePolicy } from './finish/policy.ts';

const { ink, paper } = COLOURS;
const STYLE =
  ':root{color-scheme:light dark}body{font:18px/1.6 serif;max-width:34em;margin:15vh auto;padding:0 16px;' +
  `color:light-dark(${ink.light},${ink.dark});background:light-dark(${paper.light},${paper.dark})}` +
  'h1{font-size:34px;line-height:1.15}a{color:inherit}';

const POLICY = pagePolicy({ scripts: [], styles: [STYLE] });

/**
 * Answers 503 with a complete page in the reader's language, which depends on nothing that could fail.
 * @param retryAfter - seconds
 */
export function failurePage(
  request: IncomingMessage,
  response: ServerResponse,
  retryAfter = 30,
): void {
  const first = request.url?.split('/')[1] ?? '';
  const locale = isLocale(first) ? first : preferredLocale(request.headers['accept-language']);
  const { title, text, again } = FAILURE_WORDS[locale];
  const page =
    `<!doctype html><html lang="${locale}" dir="${LOCALE_DIRECTIONS[locale]}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<meta name="robots" content="noindex"><title>${title} · ${publication.name}</title><style>${STYLE}</style>` +
    `<p>${publication.name}</p><h1>${title}</h1><p>${text}</p><p><a href="">${again}</a></p></html>`;
  response.writeHead(503, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(page),
    'cache-control': 'no-store',
    'retry-after': String(retryAfter),
    'content-security-policy': POLICY,
  });
  response.end(request.method === 'HEAD' ? undefined : page);
}
