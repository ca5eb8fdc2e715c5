import { z } from 'zod';
import { LOCALES } from '@/lib/i18n/locales';
import { articleCard } from '@/lib/syndication/share-card/card';
import { drawCard } from '@/lib/syndication/share-card/draw';
import { categoryIn } from '@/lib/content/categories';
import { answerWith, askedBy } from '../../answer';
import { readAs, refuse } from '../door';

const wishSchema = z.strictObject({
  locale: z.enum(LOCALES),
  category: z.string().max(60),
  kicker: z.string().max(80),
  headline: z.string().max(300),
});

/**
 * The card that shared links of an article without a picture will show, drawn from the values on the
 * screen.
 */
export function GET(request: Request): Promise<Response> {
  return readAs(request, () => {
    const parsed = wishSchema.safeParse(Object.fromEntries(askedBy(request)));
    if (!parsed.success) return Promise.resolve(refuse('invalid', z.prettifyError(parsed.error)));
    const { locale, category, kicker, headline } = parsed.data;
    const card = articleCard({
      id: 0,
      locale,
      kicker: kicker || null,
      category: categoryIn(locale, category) ?? { slug: category, name: '' },
      headline,
    });
    return answerWith(async () => {
      const png = new Uint8Array(await drawCard(card));
      return new Response(png, {
        headers: { 'content-type': 'image/png', 'cache-control': 'no-store' },
      });
    });
  });
}
