'use client';
import { useTranslations } from 'next-intl';
import { TOOLS } from '../toolbar/tools';
import { BarFrame } from './BarFrame.client';
import { BAR_KEYS, BARS } from './bars';
import styles from './Bars.module.css';

/** The label of a key on this computer’s keyboard. */
function printed(key: string): string {
  const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);
  return key
    .split('-')
    .map((part) => {
      if (part === 'Mod') return isApple ? '⌘' : 'Ctrl';
      if (part === 'Alt') return isApple ? '⌥' : 'Alt';
      return part.length === 1 ? part.toUpperCase() : part;
    })
    .join(' + ');
}

/** A list of all keyboard shortcuts of the editor. */
export function KeysBar({ onClose }: { onClose: () => void }) {
  const t = useTranslations('NewsroomEditor');
  const keys: [string, string][] = [
    ...BARS.map((bar): [string, string] => [t(bar), BAR_KEYS[bar]]),
    ...TOOLS.map(({ name, key }): [string, string] => [t(`tool_${name}`), key]),
    [t('undo'), 'Mod-Z'],
    [t('redo'), 'Mod-Shift-Z'],
    [t('keepRevision'), 'Mod-S'],
  ];
  return (
    <BarFrame title={t('help')} onClose={onClose}>
      <dl className={styles.keys}>
        {keys.map(([name, key]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{printed(key)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.count}>{t('helpMarkdown')}</p>
      <div className={styles.row}>
        <button type="button" autoFocus onClick={onClose}>
          {t('close')}
        </button>
      </div>
    </BarFrame>
  );
}
