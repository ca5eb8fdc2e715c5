import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FrontState } from '@/lib/content/desk/front';
import type { Locale } from '@/lib/i18n/locales';
import { fromZonedField, toZonedField } from '@/lib/i18n/zoned-time';
import { send } from '../send';
import { placesOf, type Places } from './places';

const DAY = 86_400_000;

/**
 * The places of a front page as the user arranges them, until when they hold, and the command that saves them.
 * @param front - locale of the front page
 */
export function useArrangement(front: Locale, state: FrontState, onChanged: () => void) {
  const [places, setPlaces] = useState(() => placesOf(state));
  const [isDirty, setIsDirty] = useState(false);
  const [until, setUntilField] = useState(() =>
    toZonedField(state.pins[0]?.until ?? new Date(Date.now() + DAY).toISOString()),
  );
  const change = (next: Places) => {
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
  const setUntil = (field: string) => {
    setUntilField(field);
    setIsDirty(true);
  };
  return { places, until, isDirty, change, setUntil, save };
}
