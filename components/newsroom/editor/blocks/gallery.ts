import { Node } from '@tiptap/core';
import bodyStyles from '../../../article/Body.module.css';
import type { EditorBlock } from '../editor-block';
import { LARGEST_GALLERY } from '@/lib/content/html/pictures';

/** Pictures side by side, as readers see them. */
const Gallery = Node.create({
  name: 'gallery',
  group: 'block',
  content: `image{2,${LARGEST_GALLERY}}`,
  isolating: true,
  renderHTML: () => ['div', { class: bodyStyles['gallery'] ?? '', 'data-gallery': '' }, 0],
});

export const editorBlock = { nodes: [Gallery] } as const satisfies EditorBlock;
