import { notFound } from 'next/navigation';
import { mayCurate } from '@/lib/accounts/permissions';
import { FRONT_POSITIONS } from '@/lib/content/desk/front';
import { isLocale } from '@/lib/i18n/locales';
import { demandUser, privateLocale } from '../entry';

interface Asked {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/**
 * The user and the front that is requested: `in` names its locale, `pins` the article of each position
 * (`12,,7,`) where another arrangement than the current one is previewed. Answers 404 to a user who may not
 * curate.
 */
export async function demandFront({ params, searchParams }: Asked) {
  const locale = await privateLocale(params);
  const user = await demandUser(locale);
  if (!mayCurate(user)) notFound();
  const asked = await searchParams;
  const front = [asked['in']].flat()[0] ?? locale;
  if (!isLocale(front)) notFound();
  const pins = [asked['pins']].flat()[0];
  const proposed =
    pins === undefined
      ? undefined
      : new Map(
          pins
            .split(',')
            .slice(0, FRONT_POSITIONS)
            .flatMap((id, position) =>
              /^[1-9]\d{0,8}$/.test(id) ? [[position, Number(id)] as const] : [],
            ),
        );
  return { locale, user, front, pins, proposed };
}
