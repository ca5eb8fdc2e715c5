import { localeOf } from '../address';
import { Corrections, correctionsHead } from './corrections-page';

export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: PageProps<'/[locale]/corrections'>) {
  return correctionsHead(localeOf((await params).locale), 1);
}

export default async function Page({ params }: PageProps<'/[locale]/corrections'>) {
  return <Corrections locale={localeOf((await params).locale)} page={1} />;
}
