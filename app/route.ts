import { preferredLocale } from '@/lib/addresses';
import { page as front } from '@/lib/pages/front';

/** `/` picks the reader's locale; no other address is ever redirected by language. */
export function GET(request: Request): Response {
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
