import { forbidden, notFound, permanentRedirect } from 'next/navigation';
import { noteRead } from '@/lib/page-tags';
export const dynamic = 'force-static';
export function generateStaticParams() {
  return [];
}
export default async function Page({
  params,
}: {
  params: Promise<{ slug: string; locale: string }>;
}) {
  const { slug, locale } = await params;
  await new Promise((r) => setTimeout(r, 5));
  noteRead(['x:' + slug]);
  if (slug === 'gone') forbidden();
  if (slug === 'moved') permanentRedirect(`/${locale}/post/a`);
  if (slug === 'none') notFound();
  return <p>post {slug}</p>;
}
