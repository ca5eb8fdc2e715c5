'use client';
import { useState } from 'react';
import type { EmbedProvider } from '@/lib/content/body/embed/embed-providers';
import { frameOf } from '@/lib/content/body/embed/embed-frame';
import { hydrated } from '../runtime/Hydrated.attributes';
import { IslandBoundary } from '../site/IslandBoundary.client';
import styles from './Body.module.css';
import { EMBED_NAMES } from './embed-names';

interface EmbedLabels {
  show: string;
  note: string;
}

interface EmbedProps {
  provider: EmbedProvider;
  url: string;
  labels: EmbedLabels;
}

/** A static card: nothing is requested from the embedded service until the reader presses the button. */
export function Embed(props: EmbedProps) {
  const link = (
    <p className={styles.embed}>
      <a href={props.url} rel="noopener">
        {props.url.replace('https://', '')}
      </a>
    </p>
  );
  return (
    <IslandBoundary fallback={link}>
      <Card {...props} />
    </IslandBoundary>
  );
}

function Card({ provider, url, labels }: EmbedProps) {
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
    <figure className={styles.embed} aria-label={name} {...{ [hydrated.island]: 'embed' }}>
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
