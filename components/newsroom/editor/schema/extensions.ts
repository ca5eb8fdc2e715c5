import { MARKS } from './marks';
import { Embed, Gallery, Image } from './media-nodes';
import { Footnote, PullQuote, TEXT_NODES } from './text-nodes';

/** The complete schema, without anything that needs a browser. */
export const SCHEMA_EXTENSIONS = [
  ...TEXT_NODES,
  Footnote,
  PullQuote,
  Image,
  Gallery,
  Embed,
  ...MARKS,
];
