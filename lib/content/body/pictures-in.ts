import type { ImageNode } from '../blocks/image.ts';
import type { Block } from './body.ts';
import { definitionOf } from './definition-of.ts';

/** The pictures that blocks show, in reading order, each as often as it is shown. */
export const picturesIn = (blocks: readonly Block[]): ImageNode[] =>
  blocks.flatMap((block) => [...(definitionOf(block)?.pictures?.(block) ?? [])]);
