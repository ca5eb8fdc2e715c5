'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useState, type DragEvent } from 'react';
import type { UploadedPicture } from '@/lib/content/desk/media';
import controls from '../ui/controls.module.css';
import table from '../ui/table.module.css';
import styles from './Media.module.css';
import type { UploadItem } from './upload-queue';
import { useUploads } from './use-uploads';

/** The area to drop, paste or choose pictures, with the progress of each upload. */
export function UploadArea({ onDone }: { onDone: (answer: UploadedPicture) => void }) {
  const t = useTranslations('Media');
  const { queue, items } = useUploads(onDone);
  const [isOver, setOver] = useState(false);
  const listId = useId();

  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || event.defaultPrevented) return;
      event.preventDefault();
      queue.add(files);
    };
    addEventListener('paste', paste);
    return () => removeEventListener('paste', paste);
  }, [queue]);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    queue.add([...event.dataTransfer.files]);
  };
  const isAnyOver = items.some(({ state }) => state === 'done' || state === 'refused');
  return (
    <div className={styles.uploads}>
      <div
        className={styles.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p className={controls.note}>{t('drop')}</p>
        <label className={styles.choose}>
          {t('chooseFiles')}
          <input
            type="file"
            multiple
            accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
            onChange={(event) => {
              queue.add([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
        </label>
      </div>
      {items.length > 0 && (
        <section aria-labelledby={listId}>
          <div className={styles.head}>
            <h3 id={listId}>{t('uploads')}</h3>
            {isAnyOver && (
              <button type="button" className={controls.plain} onClick={() => queue.clear()}>
                {t('clear')}
              </button>
            )}
          </div>
          <ul className={table.rows} aria-live="polite">
            {items.map((item) => (
              <Item
                key={item.key}
                item={item}
                onResume={() => queue.resume(item.key)}
                onGiveUp={() => queue.giveUp(item.key)}
              />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Item({
  item,
  onResume,
  onGiveUp,
}: {
  item: UploadItem;
  onResume: () => void;
  onGiveUp: () => void;
}) {
  const t = useTranslations('Media');
  const { state, share, fault, name, answer } = item;
  const isMending = state === 'stopped' || fault === 'signed_out' || fault === 'disk_full';
  const stateText = {
    waiting: () => t('waiting'),
    sending: () => t('sending', { share }),
    stopped: () => t('stopped', { share }),
    cutting: () => t('cutting'),
    done: () => (answer?.isNew ? t('done') : t('doneBefore')),
    refused: () => t(`why_${fault ?? 'broken'}`),
  }[state]();
  return (
    <li>
      <span className={styles.file}>{name}</span>
      {state === 'sending' && <progress value={share} max={1} aria-label={name} />}
      <span className={state === 'refused' ? controls.alert : controls.note}>{stateText}</span>
      {isMending && (
        <button type="button" onClick={onResume}>
          {t('resume')}
        </button>
      )}
      {state !== 'done' && state !== 'cutting' && (
        <button type="button" className={controls.plain} onClick={onGiveUp}>
          {state === 'refused' ? t('clear') : t('giveUp')}
        </button>
      )}
    </li>
  );
}
