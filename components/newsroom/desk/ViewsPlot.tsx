import { useTranslations } from 'next-intl';
import type { DeskNumbers } from '@/lib/content/desk/desk';
import { formatCount } from '@/lib/i18n/format-count';
import { formatTime } from '@/lib/i18n/formats';
import styles from './Desk.module.css';

const HEIGHT = 28;
const STEP = 5;

/** Views in the last day, one bar per hour, with a text alternative for screen readers. */
export function ViewsPlot({ hours }: { hours: DeskNumbers['hours'] }) {
  const t = useTranslations('NewsroomDesk');
  const total = hours.reduce((sum, { views }) => sum + views, 0);
  const most = hours.reduce((best, hour) => (hour.views > best.views ? hour : best), {
    hour: '',
    views: 0,
  });
  const words =
    most.views === 0
      ? t('noViews')
      : t('plot', {
          total: formatCount(total),
          most: formatCount(most.views),
          hour: formatTime(most.hour),
        });
  return (
    <figure className={styles.plot}>
      <svg
        role="img"
        aria-label={words}
        viewBox={`0 0 ${hours.length * STEP} ${HEIGHT}`}
        width={hours.length * STEP}
        height={HEIGHT}
      >
        {hours.map(({ hour, views }, index) => {
          const height = most.views === 0 ? 0 : Math.round((views / most.views) * (HEIGHT - 2));
          return (
            <rect
              key={hour}
              x={index * STEP}
              y={HEIGHT - 1 - height}
              width={STEP - 1}
              height={height + 1}
            >
              <title>{t('hour', { hour: formatTime(hour), views: formatCount(views) })}</title>
            </rect>
          );
        })}
      </svg>
      <figcaption>
        <b>{formatCount(total)}</b> {t('lastDay')}
      </figcaption>
    </figure>
  );
}
