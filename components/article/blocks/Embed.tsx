import type { Embed as EmbedNode } from '@/lib/content/body/body';
import type { ArticleBlockProps } from '../article-block';
import { Embed } from '../Embed.client';
import { EMBED_NAMES } from '../embed-names';

export function ArticleBlock({ node: { attrs }, t }: ArticleBlockProps<EmbedNode>) {
  const provider = EMBED_NAMES[attrs.provider];
  return (
    <Embed
      provider={attrs.provider}
      url={attrs.url}
      labels={{ show: t('embedShow', { provider }), note: t('embedNote', { provider }) }}
    />
  );
}
