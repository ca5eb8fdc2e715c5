'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { FrontState } from '@/lib/content/desk/front';
import type { Locale } from '@/lib/i18n/locales';
import { fromZonedField, toZonedField } from '@/lib/i18n/zoned-time';
import { newsroomAddress } from '@/lib/pages/newsroom';
import { publication } from '@/publication.config';
import { send } from '../send';
import controls from '../ui/controls.module.css';
import fields from '../ui/fields.module.css';
import { useReady } from '../use-ready';
import { useSentence } from '../use-sentence';
import { Finder } from './Finder.client';
import styles from './FrontDesk.module.css';
import { clear, placesOf, put, swap, type Placed, type Places } from './places';

const DAY = 86_400_000;

/** The places at the top: moved by buttons, assigned a search result, or cleared to automatic. */
export function PlacesForm({
  locale,
  front,
  state,
  top,
  isSaved,
  onChanged,
}: {
  locale: Locale;
  front: Locale;
  state: FrontState;
  top: readonly string[];
  /** The places have just been saved to the front page. */
  isSaved: boolean;
  onChanged: () => void;
}) {
  const t = useTranslations('FrontDesk');
  const sentence = useSentence();
  const isReady = useReady();
  const [places, setPlaces] = useState(() => placesOf(state));
  const [isDirty, setIsDirty] = useState(false);
  const [until, setUntil] = useState(() =>
    toZonedField(state.pins[0]?.until ?? new Date(Date.now() + DAY).toISOString()),
  );
  const change = (next: typeof places) => {
    setPlaces(next);
    setIsDirty(true);
  };
  const save = useMutation({
    mutationFn: () =>
      send('front/pins', front, {
        version: state.version,
        pins: places.flatMap((held, position) =>
          held ? [{ position, articleId: held.articleId, until: fromZonedField(until) ?? '' }] : [],
        ),
      }),
    onSuccess: () => {
      setIsDirty(false);
      onChanged();
    },
  });
  const pins = places.map((held) => held?.articleId ?? '').join(',');
  const nameOf = (position: number) =>
    position === 0 ? t('lead') : t('beside', { number: String(position) });
  return (
    <section aria-labelledby="places">
      <h2 id="places">{t('places')}</h2>
      <ol className={styles.places}>
        {places.map((held, position) => (
          <Place
            key={position}
            front={front}
            held={held}
            position={position}
            name={nameOf(position)}
            automatic={isDirty ? undefined : top[position]}
            isHidden={
              !isDirty && state.pins.some((pin) => pin.position === position && !pin.isShown)
            }
            places={places}
            onChange={change}
          />
        ))}
      </ol>
      <Finder
        front={front}
        label={t('find')}
        choices={places.map((_, position) => ({
          label: String(position + 1),
          name: (headline) => t('give', { place: nameOf(position), headline }),
          onChoose: (placed) => change(put(places, position, placed)),
        }))}
      />
      <form
        className={`${fields.fields} ${fields.narrow}`}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <label>
          {t('until', { zone: publication.timeZone })}
          <input
            type="datetime-local"
            required
            value={until}
            onChange={(event) => {
              setUntil(event.target.value);
              setIsDirty(true);
            }}
          />
        </label>
        <div className={controls.buttons}>
          <button type="submit" className={controls.primary} disabled={!isReady || save.isPending}>
            {t('savePlaces')}
          </button>
          <a
            href={newsroomAddress(locale, `/front/preview?in=${front}&pins=${pins}`)}
            target="_blank"
            rel="noopener"
          >
            {t('preview')}
          </a>
        </div>
        <p role="status">{isDirty ? t('unsaved') : isSaved ? t('saved') : ''}</p>
        <p role="alert" className={controls.alert}>
          {sentence(save.error)}
        </p>
      </form>
    </section>
  );
}

/** One place at the top: the story that it holds, and the buttons that move or release it. */
function Place({
  front,
  held,
  position,
  name,
  automatic,
  isHidden,
  places,
  onChange,
}: {
  front: Locale;
  held: Placed | null;
  position: number;
  name: string;
  /** The headline that stands there automatically, where it is known. */
  automatic: string | undefined;
  /** Readers do not see the story that it holds. */
  isHidden: boolean;
  places: Places;
  onChange: (places: Places) => void;
}) {
  const t = useTranslations('FrontDesk');
  const isReady = useReady();
  return (
    <li data-place={position}>
      <span className={styles.place}>{name}</span>
      {held ? (
        <span className={styles.held} lang={front}>
          {held.headline}
        </span>
      ) : (
        <span className={styles.ruled}>
          {t('byRule')}
          {automatic && <span lang={front}>{automatic}</span>}
        </span>
      )}
      {held && isHidden && <span className={controls.note}>{t('notOut')}</span>}
      {held && (
        <span className={styles.moves}>
          <button
            type="button"
            disabled={!isReady || position === 0}
            aria-label={t('moveUp', { headline: held.headline })}
            onClick={() => onChange(swap(places, position, position - 1))}
          >
            ↑
          </button>
          <button
            type="button"
            disabled={!isReady || position === places.length - 1}
            aria-label={t('moveDown', { headline: held.headline })}
            onClick={() => onChange(swap(places, position, position + 1))}
          >
            ↓
          </button>
          <button
            type="button"
            disabled={!isReady}
            aria-label={t('release', { headline: held.headline })}
            onClick={() => onChange(clear(places, position))}
          >
            ×
          </button>
        </span>
      )}
    </li>
  );
}
