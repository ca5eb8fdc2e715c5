import { FrontPage } from '@/components/front/FrontPage';
import { Frame } from '@/components/site/Frame';
import { getBreaking } from '@/lib/publication/breaking';
import { getFront } from '@/lib/publication/front';
import { getMostRead } from '@/lib/publication/lists/most-read';
import { getNavigation } from '@/lib/publication/navigation';
import { demandFront } from '../../asked';

/** A front as readers would see it under the arrangement that the address names. */
export default async function Page(props: PageProps<'/[locale]/newsroom/front/preview/page'>) {
  const { front: locale, proposed } = await demandFront(props);
  const [front, day, week, breaking] = await Promise.all([
    getFront(locale, undefined, proposed),
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
      <FrontPage locale={locale} front={front} mostRead={{ day, week }} />
    </Frame>
  );
}
