import { localeOf, pageOf } from '../../../address';
import { Corrections, correctionsHead } from '../../corrections-page';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/corrections/page/[page]'>;

export async function generateMetadata({ params }: Props) {
  const { locale, page } = await params;
  return correctionsHead(localeOf(locale), pageOf(page));
}

export default async function Page({ params }: Props) {
  const { locale, page } = await params;
  return <Corrections locale={localeOf(locale)} page={pageOf(page)} />;
}
