import { permanentRedirect } from 'next/navigation';
import { localeOf, pageOf } from '../../../address';
import { Corrections, correctionsHead } from '../../corrections-page';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/corrections/page/[page]'>;

export async function generateMetadata({ params }: Props) {
  const { locale, page } = await params;
  return correctionsHead(localeOf(locale), pageOf(page));
}

/** `/page/1` is the list itself. */
export default async function Page({ params }: Props) {
  const { locale: segment, page } = await params;
  const locale = localeOf(segment);
  if (pageOf(page) === 1) permanentRedirect(`/${locale}/corrections`);
  return <Corrections locale={locale} page={pageOf(page)} />;
}
