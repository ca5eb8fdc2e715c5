'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useId, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { PICTURE_CROPS } from '@/lib/content/article';
import type { LibraryPicture } from '@/lib/content/desk/media';
import { CROP_RATIOS, SHARE_CUT } from '@/lib/content/body/picture';
import { send } from '../send';
import controls from '../ui/controls.module.css';
import { useSentence } from '../use-sentence';
import { CropView } from './CropView';
import { LIBRARY_KEY } from './MediaGrid.client';
import styles from './Media.module.css';
import { screenAddress } from './screen-address';

interface Point {
  x: number;
  y: number;
}
/** Fraction of the picture by which an arrow key moves the point, and with Shift. */
const STEP = 0.01;
const LEAP = 0.1;
const ARROWS: Partial<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
const CROPS = [
  ...PICTURE_CROPS.map((crop) => ({ name: crop, ratio: CROP_RATIOS[crop] })),
  { name: 'share', ratio: SHARE_CUT.height / SHARE_CUT.width },
] as const;

const within = (value: number) => Math.min(1, Math.max(0, Math.round(value * 100) / 100));

/** Sets the focal point that the crops keep visible, and previews each crop. */
export function FocalPoint({ picture }: { picture: LibraryPicture }) {
  const t = useTranslations('Media');
  const sentence = useSentence();
  const client = useQueryClient();
  const how = useId();
  const [point, setPoint] = useState<Point>(picture.focal);
  const cut = useMutation({
    mutationFn: () => send('picture/focus', picture.imageId, point),
    onSuccess: () => client.invalidateQueries({ queryKey: LIBRARY_KEY }),
  });
  const href = screenAddress(picture);
  const mayMove = picture.verbs.includes('focus');
  const isMoved = point.x !== picture.focal.x || point.y !== picture.focal.y;

  return (
    <div className={styles.focal}>
      <p id={how} className={controls.note}>
        {t('focalHow')}
      </p>
      <Aim picture={picture} point={point} describedBy={how} onMove={setPoint} />
      <output className={controls.note}>
        {t('focalAt', { x: Math.round(point.x * 100), y: Math.round(point.y * 100) })}
      </output>
      <ul className={styles.crops} aria-label={t('crops')}>
        {CROPS.map(({ name, ratio }) => (
          <li key={name}>
            <CropView picture={picture} ratio={ratio} point={point} href={href} crop={name} />
            <span>{name === 'share' ? t('share') : name.replace('x', ':')}</span>
          </li>
        ))}
      </ul>
      <p role="alert" className={controls.alert}>
        {sentence(cut.error)}
      </p>
      <div className={controls.buttons}>
        <button
          type="button"
          disabled={!mayMove || !isMoved || cut.isPending}
          onClick={() => cut.mutate()}
        >
          {t('applyCrop')}
        </button>
        <span role="status" className={controls.note}>
          {cut.isPending ? t('cutting_now') : cut.isSuccess && !isMoved ? t('cutDone') : ''}
        </span>
      </div>
    </div>
  );
}

/** The picture, on which the point is set by a click or by the arrow keys. */
function Aim({
  picture,
  point,
  describedBy,
  onMove,
}: {
  picture: LibraryPicture;
  point: Point;
  /** Id of the text that says how. */
  describedBy: string;
  onMove: (point: Point) => void;
}) {
  const t = useTranslations('Media');
  const { width, height } = picture;
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    // A click triggered by a key has no position.
    if (event.detail === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    onMove({
      x: within((event.clientX - box.left) / box.width),
      y: within((event.clientY - box.top) / box.height),
    });
  };
  const press = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    if (!arrow) return;
    event.preventDefault();
    const step = event.shiftKey ? LEAP : STEP;
    onMove({ x: within(point.x + arrow.x * step), y: within(point.y + arrow.y * step) });
  };
  const radius = Math.max(width, height) / 40;
  return (
    <button
      type="button"
      className={styles.aim}
      aria-label={t('focal')}
      aria-describedby={describedBy}
      disabled={!picture.verbs.includes('focus')}
      onClick={click}
      onKeyDown={press}
    >
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <image href={screenAddress(picture)} width={width} height={height} />
        <circle cx={point.x * width} cy={point.y * height} r={radius} className={styles.ring} />
        <circle cx={point.x * width} cy={point.y * height} r={radius / 6} className={styles.dot} />
      </svg>
    </button>
  );
}
