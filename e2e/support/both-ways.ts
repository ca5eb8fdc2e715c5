/** Asks two portals for one address, and compares what matters of their responses. */
import { request, type IncomingHttpHeaders } from 'node:http';

interface Response {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Headers that have to be the same. `cache-control` of a page is not one: only the page cache keeps pages. */
const HEADERS = ['content-type', 'location', 'x-robots-tag', 'x-content-type-options'] as const;
/** And of a response that is no page. */
const FILE_HEADERS = [...HEADERS, 'cache-control', 'last-modified'] as const;

/** Asks for an address exactly as it is spelled. */
export function ask(
  site: string,
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Response> {
  const { hostname, port } = new URL(site);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method, headers }, (answer) => {
      let body = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (body += part));
      answer.once('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }),
      );
    })
      .once('error', reject)
      .end();
  });
}

/** What has to be the same of a response: of a page the title and the text of its main part. */
export function comparable({ status, headers, body }: Response) {
  const isPage = headers['content-type']?.startsWith('text/html') ?? false;
  const names = isPage ? HEADERS : FILE_HEADERS;
  return {
    status,
    headers: Object.fromEntries(
      // The framework sets Location twice for a redirect that a page makes, which Node joins.
      names.map((name) => [name, headers[name]?.toString().split(', ')[0]]),
    ),
    // A redirect has no body of ours.
    body: status >= 300 && status < 400 ? '' : isPage ? textOf(body) : body,
  };
}

/** The language, the title and the text of the main part of a page. */
function textOf(html: string): string {
  const part = (pattern: RegExp) => pattern.exec(html)?.[1] ?? '';
  const text = part(/<main[^>]*>([^]*)<\/main>/)
    .replace(/<(script|style)\b[^]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
  return [part(/<html[^>]* lang="(\w+)"/), part(/<title>([^<]*)/), text].join('\n');
}
