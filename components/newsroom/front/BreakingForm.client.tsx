'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LONGEST_BREAKING, type FrontState } from '@/lib/content/desk/front';
import type { Locale } from '@/lib/i18n/locales';
import { fromZonedField, toZonedField } from '@/lib/i18n/zoned-time';
import { send } from '../send';
import controls from '../ui/controls.module.css';
import fields from '../ui/fields.module.css';
import { useReady } from '../use-ready';
import { useSentence } from '../use-sentence';
import { Finder } from './Finder.client';
import type { Placed } from './places';
import { UntilField } from './UntilField.client';

const TWO_HOURS = 7_200_000;

/** The form of the breaking-news line: its text, end time and linked article; also removes it. */
export function BreakingForm({
  front,
  state: { version, breaking },
  onChanged,
}: {
  front: Locale;
  state: FrontState;
  onChanged: () => void;
}) {
  const t = useTranslations('FrontDesk');
  const sentence = useSentence();
  const isReady = useReady();
  const [text, setText] = useState(breaking?.text ?? '');
  const [until, setUntil] = useState(() =>
    toZonedField(breaking?.until ?? new Date(Date.now() + TWO_HOURS).toISOString()),
  );
  const [linked, setLinked] = useState<Placed | null>(
    breaking?.articleId
      ? { articleId: breaking.articleId, headline: breaking.headline ?? '' }
      : null,
  );
  const { put, end } = useBreaking(front, version, onChanged);
  const isBusy = !isReady || put.isPending || end.isPending;
  return (
    <section aria-labelledby="breaking">
      <h2 id="breaking">{t('breaking')}</h2>
      <p>{breaking ? t('breakingOn') : t('breakingOff')}</p>
      <Finder
        front={front}
        label={t('findLink')}
        choices={[
          {
            label: t('link'),
            name: (headline) => t('linkTo', { headline }),
            onChoose: setLinked,
          },
        ]}
      />
      <form
        className={`${fields.fields} ${fields.narrow}`}
        onSubmit={(event) => {
          event.preventDefault();
          put.mutate({ text, articleId: linked?.articleId ?? null, until });
        }}
      >
        <label>
          {t('text')}
          <input
            required
            maxLength={LONGEST_BREAKING}
            lang={front}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <p className={controls.note}>
          {t('letters', { count: text.length, most: LONGEST_BREAKING })}
        </p>
        <LinkedStory front={front} linked={linked} onUnlink={() => setLinked(null)} />
        <UntilField value={until} onChange={setUntil} />
        <div className={controls.buttons}>
          <button type="submit" className={controls.primary} disabled={isBusy}>
            {breaking ? t('changeBreaking') : t('putBreaking')}
          </button>
          {breaking && (
            <button type="button" disabled={isBusy} onClick={() => end.mutate()}>
              {t('endBreaking')}
            </button>
          )}
        </div>
        <p role="alert" className={controls.alert}>
          {sentence(put.error ?? end.error)}
        </p>
      </form>
    </section>
  );
}

/** The two commands of the line: put it up or change it, and take it down. */
function useBreaking(front: Locale, version: number, onChanged: () => void) {
  const put = useMutation({
    mutationFn: ({ until, ...line }: { text: string; articleId: number | null; until: string }) =>
      send('front/breaking', front, { version, ...line, until: fromZonedField(until) ?? '' }),
    onSuccess: onChanged,
  });
  const end = useMutation({
    mutationFn: () => send('front/end-breaking', front, { version }),
    onSuccess: onChanged,
  });
  return { put, end };
}

/** The story to which the line leads, if any. */
function LinkedStory({
  front,
  linked,
  onUnlink,
}: {
  front: Locale;
  linked: Placed | null;
  onUnlink: () => void;
}) {
  const t = useTranslations('FrontDesk');
  return (
    <p>
      {linked ? (
        <>
          {t('leadsTo')} <span lang={front}>{linked.headline}</span>{' '}
          <button type="button" className={controls.plain} onClick={onUnlink}>
            {t('unlink')}
          </button>
        </>
      ) : (
        t('leadsNowhere')
      )}
    </p>
  );
}
