'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import controls from '../ui/controls.module.css';
import tableStyles from '../ui/table.module.css';
import { useReady } from '../use-ready';

/** A preview link as shown in the list; its times are already formatted. */
export interface PreviewLinkRow {
  id: number;
  version: number | null;
  expires: string;
  opened: string | null;
  isEnded: boolean;
}

/** The preview links of an article, each with the button that revokes it. */
export function PreviewLinks({
  links,
  onRevoke,
}: {
  links: readonly PreviewLinkRow[];
  onRevoke: (linkId: number) => void;
}) {
  const t = useTranslations('Newsroom');
  const isReady = useReady();
  return (
    <ul className={tableStyles.rows}>
      {links.map((link) => (
        <li key={link.id}>
          <span>
            {link.version === null
              ? t('alwaysNewest')
              : t('onlyVersion', { version: String(link.version) })}
            {' · '}
            {link.isEnded ? t('ended') : t('until', { date: link.expires })}
            {' · '}
            {link.opened ? t('opened', { date: link.opened }) : t('neverOpened')}
          </span>
          {!link.isEnded && (
            <button type="button" disabled={!isReady} onClick={() => onRevoke(link.id)}>
              {t('revoke')}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The address of a new link, shown once, with the button that copies it. */
export function MadeLink({ address }: { address: string }) {
  const t = useTranslations('Newsroom');
  const words = useTranslations('NewsroomPreview');
  const [isCopied, setIsCopied] = useState(false);
  return (
    <p>
      {t('linkOnce')} <output className={controls.link}>{address}</output>{' '}
      <button
        type="button"
        onClick={() => {
          navigator.clipboard.writeText(address).then(
            () => setIsCopied(true),
            () => setIsCopied(false),
          );
        }}
      >
        {isCopied ? words('copied') : words('copy')}
      </button>
    </p>
  );
}
