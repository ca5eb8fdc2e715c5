'use client';
import { useState } from 'react';
import type { EmbedProvider } from '@/lib/content/body';
import { frameOf } from '@/lib/content/embed-frame';
import styles from './Body.module.css';
import { EMBED_NAMES } from './embed-names';

interface EmbedLabels {
  show: string;
  note: string;
}

/** A still card, a figure as pictures are, which readers' modes keep; the service is asked for nothing until the reader presses the button. */
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
    <figure className={styles.embed} aria-label={name} data-island="embed">
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
    </figure>
  );
}
