import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PageData } from './finish/finish-page.ts';
import { encode, preferredEncoding } from './encoding.ts';
import { failurePage } from './failure-page.ts';
import { statusOf, type Framework, type Rendered } from './framework.ts';
import { framedPolicy, type Framing } from './framing.ts';
import { PASSED_HEADERS } from './send.ts';

/** How a page is rendered for one request alone. */
export interface FreshOptions {
  framework: Framework;
  /**
   * An address to request without the client's data; null passes the request itself, with its cookies.
   */
  url: string | null;
  /** Whether the client runtime is deferred. */
  defers: boolean;
  /** Whether the page may be shown in a frame, or contain one. */
  framing: Framing;
  /** Runs the render in its turn. */
  inTurn: (work: () => Promise<Rendered>) => Promise<Rendered>;
  /** Called with the page's hydration data. */
  keep: (data: PageData) => void;
}

/**
 * Answers with a page that is rendered for this request alone, and is not kept.
 * @throws TooMuch where its turn does not come
 */
export async function sendFresh(
  request: IncomingMessage,
  response: ServerResponse,
  { framework, url, defers, framing, inTurn, keep }: FreshOptions,
): Promise<void> {
  const encoding = preferredEncoding(request.headers['accept-encoding']?.toString());
  // The page cache compresses the finished page: the framework must not do it before.
  delete request.headers['accept-encoding'];
  const rendered = await inTurn(() => framework.ask(url ?? request));
  const { answer } = rendered;
  const status = statusOf(rendered);
  if (status >= 500) return failurePage(request, response);
  const { body, headers, data } = framework.finish(answer, url ?? request.url ?? '/', defers);
  if (data) keep(data);
  const names = url === null ? answer.names() : PASSED_HEADERS;
  for (const name of names) {
    const value = answer.values(name);
    if (value !== undefined) response.setHeader(name, value);
  }
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  const policy = headers['content-security-policy'];
  if (policy) response.setHeader('content-security-policy', framedPolicy(policy, framing));
  const bytes = await encode(body, encoding);
  response.setHeader('vary', 'accept-encoding');
  if (encoding !== 'identity') response.setHeader('content-encoding', encoding);
  response.setHeader('cache-control', 'no-store');
  response.setHeader('content-length', bytes.byteLength);
  response.writeHead(status).end(request.method === 'HEAD' ? undefined : bytes);
}
