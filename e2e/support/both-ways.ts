/** Asks two portals for one address, and compares what matters of their responses. */
import { request, type IncomingHttpHeaders } from 'node:http';

interface Response {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/**
 * Headers that have to be the same of a page. `cache-control` is not one, nor is `last-modified` of any response:
 * only the page cache keeps what was rendered, and knows when.
 */
const PAGE_HEADERS = ['content-type', 'x-robots-tag', 'x-content-type-options'] as const;
const FILE_HEADERS = ['content-type', 'cache-control', 'x-content-type-options'] as const;

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
  // The framework sets Location twice for a redirect that a page makes, which Node joins.
  if (status >= 300 && status < 400) return { status, to: headers.location?.split(', ')[0] };
  const isPage = headers['content-type']?.startsWith('text/html') ?? false;
  const names = isPage ? PAGE_HEADERS : FILE_HEADERS;
  return {
    status,
    headers: Object.fromEntries(names.map((name) => [name, headers[name]])),
    body: isPage ? textOf(body) : body,
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
