import { cache } from 'react';
import { FrontPage } from '@/components/front/FrontPage';
import { Frame } from '@/components/site/Frame';
import { StructuredData } from '@/components/site/StructuredData';
import type { Front } from '@/lib/content/desk/front';
import { page as frontPage } from '@/lib/pages/front';
import { getBreaking } from '@/lib/publication/breaking';
import { getFront } from '@/lib/publication/front';
import { getMostRead } from '@/lib/publication/lists/most-read';
import { frontData } from '@/lib/syndication/structured-data/front';
import { graphOf } from '@/lib/syndication/structured-data/page-data';
import { getNavigation } from '@/lib/publication/navigation';
import { publication } from '@/publication.config';
import { headOf, localeOf, photographOf } from './address';

export const dynamic = 'force-dynamic';

/** The head and the page need the same front: it is read once. */
const readFront = cache(getFront);

/** Every story on a front, in the order of the page. */
const cardsOf = ({ lead, seconds, newest, blocks }: Front) => [
  lead,
  ...seconds,
  ...newest,
  ...blocks.flatMap(({ articles }) => articles),
];

export async function generateMetadata({ params }: PageProps<'/[locale]'>) {
  const locale = localeOf((await params).locale);
  const { lead, seconds, newest } = await readFront(locale);
  return headOf({
    locale,
    title: publication.taglines[locale],
    description: publication.descriptions[locale],
    page: frontPage,
    params: {},
    image: photographOf([lead, ...seconds, ...newest]),
  });
}

export default async function Page({ params }: PageProps<'/[locale]'>) {
  const locale = localeOf((await params).locale);
  const [front, day, week, breaking] = await Promise.all([
    readFront(locale),
    getMostRead(locale, 'day'),
    getMostRead(locale, 'week'),
    getBreaking(locale),
  ]);
  return (
    <Frame
      locale={locale}
      categories={await getNavigation(locale)}
      year={new Date().getFullYear()}
      breaking={breaking}
    >
      <StructuredData data={graphOf(frontData(locale, cardsOf(front)))} />
      <FrontPage locale={locale} front={front} mostRead={{ day, week }} />
    </Frame>
  );
}
