import { preferredLocale } from '@/lib/addresses';
import { bareUrl } from '@/lib/page-tags';
import { page as front } from '@/lib/pages/front';
import { formerTarget } from './leave-moved';

/** `/` picks the reader's locale; no other address is ever redirected by language. */
export async function GET(request: Request): Promise<Response> {
  // Behind `server.ts`, addresses of a former site (`/?p=7`) never get here.
  const url = bareUrl();
  const to = url === null ? null : await formerTarget(url).catch(() => null);
  if (to !== null) return new Response(null, { status: 308, headers: { location: to } });
  const locale = preferredLocale(request.headers.get('accept-language') ?? undefined);
  return new Response(null, {
    status: 307,
    headers: {
      location: front.href({ locale }),
      vary: 'accept-language',
      'cache-control': 'private, no-store',
    },
  });
}
