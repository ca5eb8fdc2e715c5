import type { z } from 'zod';
import type { BlockDefinition, SchemaParts } from '../block-definition.ts';
import { EMBED_PROVIDERS } from '../body/embed/embed-providers.ts';
import { recogniseEmbed } from '../body/embed/embed.ts';
import { escapeHtml } from '../body/escape-html.ts';
import { runOfWords } from '../body/runs.ts';
import { isPlayer, playerBlocks, quotedEmbed } from '../html/players.ts';
import { raw } from '../markdown/phrasing.ts';
import { solidChildren } from '../markdown/pictures.ts';

const schema = ({ z }: SchemaParts) =>
  z.strictObject({
    type: z.literal('embed'),
    attrs: z
      .strictObject({
        provider: z.enum(EMBED_PROVIDERS),
        /** The canonical public address of the embedded post or film; always https. */
        url: z.string().max(500),
      })
      .refine(
        ({ provider, url }) => recogniseEmbed(url)?.provider === provider,
        'not the address of a post or film of this service',
      )
      // Whatever form was entered, the canonical address of the service is stored.
      .transform(({ provider, url }) => ({ provider, url: recogniseEmbed(url)?.url ?? url })),
  });
export type Embed = z.infer<ReturnType<typeof schema>>;

export const block: BlockDefinition<Embed> = {
  schema,
  plainText: () => '',
  lines: ({ attrs }, depth) => [{ kind: 'embed', depth, runs: runOfWords(attrs.url) }],
  html({ attrs }) {
    const address = escapeHtml(attrs.url);
    return `<p><a href="${address}">${address}</a></p>`;
  },
  writeMarkdown: ({ attrs }) => raw(attrs.url),
  claimMarkdown: {
    /** A bare address of a known service, alone on its line. */
    paragraph(node, { isInFlow }) {
      const [only, ...others] = solidChildren(node);
      if (isInFlow || others.length > 0 || only?.type !== 'link') return null;
      const [label] = only.children;
      const embed = label?.type === 'text' && label.value === only.url && recogniseEmbed(only.url);
      return embed ? [{ type: 'embed', attrs: embed }] : null;
    },
  },
  claimHtml(element, reader) {
    const quoted = quotedEmbed(element);
    if (quoted) return [{ type: 'embed', attrs: quoted }];
    return isPlayer(element) ? playerBlocks(element, reader) : null;
  },
};
