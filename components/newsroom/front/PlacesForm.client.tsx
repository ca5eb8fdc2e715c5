'use client';
import { useTranslations } from 'next-intl';
import type { FrontState } from '@/lib/content/desk/front';
import type { Locale } from '@/lib/i18n/locales';
import { newsroomAddress } from '@/lib/pages/newsroom';
import controls from '../ui/controls.module.css';
import fields from '../ui/fields.module.css';
import { useReady } from '../use-ready';
import { useSentence } from '../use-sentence';
import { Finder } from './Finder.client';
import styles from './FrontDesk.module.css';
import { Place } from './Place.client';
import { put, type Places } from './places';
import { UntilField } from './UntilField.client';
import { useArrangement } from './use-arrangement';

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
  const { places, until, isDirty, change, setUntil, save } = useArrangement(
    front,
    state,
    onChanged,
  );
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
        <UntilField value={until} onChange={setUntil} />
        <div className={controls.buttons}>
          <button type="submit" className={controls.primary} disabled={!isReady || save.isPending}>
            {t('savePlaces')}
          </button>
          <PreviewLink locale={locale} front={front} places={places} />
        </div>
        <p role="status">{isDirty ? t('unsaved') : isSaved ? t('saved') : ''}</p>
        <p role="alert" className={controls.alert}>
          {sentence(save.error)}
        </p>
      </form>
    </section>
  );
}

/** Opens the front page with the places as they are arranged, before they are saved. */
function PreviewLink({ locale, front, places }: { locale: Locale; front: Locale; places: Places }) {
  const t = useTranslations('FrontDesk');
  const pins = places.map((held) => held?.articleId ?? '').join(',');
  return (
    <a
      href={newsroomAddress(locale, `/front/preview?in=${front}&pins=${pins}`)}
      target="_blank"
      rel="noopener"
    >
      {t('preview')}
    </a>
  );
}
