import { EDITOR_BLOCKS } from '../blocks.generated';
import { MARKS } from './marks';
import { Footnote, TEXT_NODES } from './text-nodes';

/** The complete schema, without anything that needs a browser. */
export const SCHEMA_EXTENSIONS = [
  ...TEXT_NODES,
  Footnote,
  ...Object.values(EDITOR_BLOCKS).flatMap(({ nodes }) => [...nodes]),
  ...MARKS,
];
