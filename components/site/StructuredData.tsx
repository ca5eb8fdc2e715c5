import { jsonInHtml } from '@/lib/content/json-in-html';
import { keepStill } from '@/lib/page-tags';
import { StillHtml } from '../article/StillHtml.client';

/**
 * JSON-LD: the page's content for machines. It is sent once, like static HTML; the client runtime never
 * creates the element itself, because the content security policy would block it if the page were rendered
 * again.
 */
export function StructuredData({ data }: { data: object }) {
  const html = `<script type="application/ld+json">${jsonInHtml(data)}</script>`;
  return <StillHtml still={keepStill(html) ?? html} />;
}
