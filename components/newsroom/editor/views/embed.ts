import type { EmbedProvider } from '@/lib/content/body/embed-providers';
import bodyStyles from '../../../article/Body.module.css';
import { EMBED_NAMES } from '../../../article/embed-names';
import { Embed } from '../schema/media-nodes';
import { make } from './dom';
import type { Words } from './words';

/** The static card that readers see first; nothing is requested from the service here. */
export const embedView = (words: Words) =>
  Embed.extend({
    addNodeView:
      () =>
      ({ node }) => {
        const name = EMBED_NAMES[node.attrs['provider'] as EmbedProvider];
        const url = String(node.attrs['url']);
        const button = make('button', { type: 'button', tabindex: '-1' }, words.embedShow(name));
        button.disabled = true;
        const dom = make(
          'aside',
          { class: bodyStyles['embed'], 'aria-label': name },
          make('p', {}, make('strong', {}, name), make('span', {}, url.replace('https://', ''))),
          button,
          make('p', {}, make('small', {}, words.embedNote(name))),
        );
        dom.contentEditable = 'false';
        return { dom, ignoreMutation: () => true };
      },
  });
