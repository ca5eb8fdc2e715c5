import { absent, absentHead } from '../../absent';
import { localeOf } from '../../address';

export const dynamic = 'force-static';
export const generateStaticParams = () => [];
export const metadata = absentHead;

/** Every address that no other page answers. */
export default async function Page({ params }: PageProps<'/[locale]/[info]/[...rest]'>) {
  return absent(localeOf((await params).locale));
}
