import { jsonInHtml } from '@/lib/content/json-in-html';
import { keepStill } from '@/lib/page-tags';
import { StillHtml } from '../article/StillHtml.client';

/**
 * JSON-LD: what the page says, for machines. It travels once, as still text does; the runtime never makes
 * the element itself, which the page's policy would refuse when the page has to be drawn anew.
 */
export function StructuredData({ data }: { data: object }) {
  const html = `<script type="application/ld+json">${jsonInHtml(data)}</script>`;
  return <StillHtml still={keepStill(html) ?? html} />;
}
