import bodyStyles from '../../../article/Body.module.css';
import { Gallery } from '../schema/media-nodes';

/** Pictures side by side, as readers see them. */
export const GalleryView = Gallery.extend({
  renderHTML: () => ['div', { class: bodyStyles['gallery'] ?? '', 'data-gallery': '' }, 0],
});
