import { absent, absentHead } from '../../absent';
import { localeOf } from '../../address';

export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: PageProps<'/[locale]/[info]/[...rest]'>) {
  return absentHead(localeOf((await params).locale));
}

/** Every address that no other page answers. */
export default async function Page({ params }: PageProps<'/[locale]/[info]/[...rest]'>) {
  return absent(localeOf((await params).locale));
}
