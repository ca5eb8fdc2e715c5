import { jsonInHtml } from '@/lib/content/json-in-html';
import { keepStill } from '@/lib/page-tags';
import { StillData } from './StillData.client';

/** JSON-LD: what the page says, for machines. It travels once, and no script of ours looks at it. */
export function StructuredData({ data }: { data: object }) {
  const json = jsonInHtml(data);
  return <StillData still={keepStill(json) ?? json} />;
}
