'use client';
import { useState } from 'react';
import type { EmbedProvider } from '@/lib/content/body';
import styles from './Body.module.css';
import { EMBED_NAMES } from './embed-names';

interface EmbedLabels {
  show: string;
  note: string;
}

/** The address at which a service shows one post in a frame. */
function frameOf(provider: EmbedProvider, url: string): string {
  const { pathname, searchParams } = new URL(url);
  switch (provider) {
    case 'youtube':
      return `https://www.youtube-nocookie.com/embed/${searchParams.get('v') ?? ''}`;
    case 'x':
      return `https://platform.twitter.com/embed/Tweet.html?id=${pathname.split('/').at(-1) ?? ''}&dnt=true`;
    case 'telegram':
      return `${url}?embed=1`;
    case 'instagram':
      return `${url}embed/`;
    case 'facebook':
      return `https://www.facebook.com/plugins/post.php?href=${encodeURIComponent(url)}`;
  }
}

/** A still card; the service is asked for nothing until the reader presses the button. */
export function Embed({
  provider,
  url,
  labels,
}: {
  provider: EmbedProvider;
  url: string;
  labels: EmbedLabels;
}) {
  const [isShown, setIsShown] = useState(false);
  const name = EMBED_NAMES[provider];
  if (isShown) {
    return (
      <iframe
        className={styles.frame}
        data-provider={provider}
        src={frameOf(provider, url)}
        title={name}
        loading="lazy"
        allow="fullscreen"
        sandbox="allow-scripts allow-same-origin allow-popups allow-presentation"
        referrerPolicy="strict-origin-when-cross-origin"
      />
    );
  }
  return (
    <aside className={styles.embed} aria-label={name} data-island="embed">
      <p>
        <strong>{name}</strong>
        <a href={url} rel="noopener">
          {url.replace('https://', '')}
        </a>
      </p>
      <button type="button" onClick={() => setIsShown(true)}>
        {labels.show}
      </button>
      <p>
        <small>{labels.note}</small>
      </p>
    </aside>
  );
}
