import type { Graph, Thing } from 'schema-dts';

/** The structured data of a page. */
export type DataOfPage = readonly Thing[];

/** The structured data of a page as one JSON-LD document. */
export const graphOf = (things: DataOfPage): Graph => ({
  '@context': 'https://schema.org',
  '@graph': things,
});
