import { Node } from '@tiptap/core';
import type { EmbedProvider } from '@/lib/content/body/embed/embed-providers';
import { embedAddress } from '@/lib/content/html/addresses';
import bodyStyles from '../../../article/Body.module.css';
import { EMBED_NAMES } from '../../../article/embed-names';
import type { EditorBlock } from '../editor-block';
import { make } from '../views/dom';

/** A post or video of another service. */
const Embed = Node.create({
  name: 'embed',
  group: 'block',
  draggable: true,
  addAttributes: () => ({
    provider: { isRequired: true, rendered: false },
    url: { isRequired: true, rendered: false },
  }),
  renderHTML: () => ['aside'],
  renderText: ({ node }) => String(node.attrs['url']),
});

export const editorBlock = {
  nodes: [Embed],
  /** The static card that readers see first; nothing is requested from the service here. */
  view: ({ t }) =>
    Embed.extend({
      addNodeView:
        () =>
        ({ node }) => {
          const provider = EMBED_NAMES[node.attrs['provider'] as EmbedProvider];
          const url = String(node.attrs['url']);
          const show = t('embedShow', { provider });
          const button = make('button', { type: 'button', tabindex: '-1' }, show);
          button.disabled = true;
          const dom = make(
            'aside',
            { class: bodyStyles['embed'], 'aria-label': provider },
            make(
              'p',
              {},
              make('strong', {}, provider),
              make('span', {}, url.replace('https://', '')),
            ),
            button,
            make('p', {}, make('small', {}, t('embedNote', { provider }))),
          );
          dom.contentEditable = 'false';
          return { dom, ignoreMutation: () => true };
        },
    }),
  isSound: ({ attrs }) => {
    const embed = embedAddress(String(attrs['url']));
    return embed?.url === attrs['url'] && embed?.provider === attrs['provider'];
  },
} as const satisfies EditorBlock;
