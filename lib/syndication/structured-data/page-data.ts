import type { Graph, Thing } from 'schema-dts';

/** What a page says of itself to machines. */
export type DataOfPage = readonly Thing[];

/** The things of a page as one JSON-LD document. */
export const graphOf = (things: DataOfPage): Graph => ({
  '@context': 'https://schema.org',
  '@graph': things,
});
