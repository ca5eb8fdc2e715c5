'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useState } from 'react';
import { descriptionOf } from '@/lib/content/description';
import { NEWSROOM_API } from '@/lib/api-addresses';
import type { WorkingArticle } from '@/lib/content/desk/desk';
import { SHARE_CUT } from '@/lib/content/body/picture';
import { publication } from '@/publication.config';
import { useDraftActions, useDraftValue } from '../draft/DraftProvider.client';
import { readPicture } from '../media/ask-media';
import { CropView } from '../media/CropView';
import { LIBRARY_KEY } from '../media/MediaGrid.client';
import { screenAddress } from '../media/screen-address';
import fields from '../ui/fields.module.css';
import { useReady } from '../use-ready';
import { Panel } from './Panel';
import styles from './SearchPanel.module.css';

/** Characters of each text that a search result shows; longer texts are cut. */
const SHOWN = { seoTitle: 60, seoDescription: 160 } as const;
const LONGEST = { seoTitle: 300, seoDescription: 1000 } as const;
/** Milliseconds after the last keystroke: the card is not rendered on every one. */
const QUIET = 800;

/** The title and description for search engines and shared links, with a preview of both. */
export function SearchPanel({ article }: { article: WorkingArticle }) {
  const t = useTranslations('NewsroomDetails');
  const { change, mayWrite } = useDraftActions();
  const isReady = useReady();
  const headline = useDraftValue((draft) => draft.headline);
  const seoTitle = useDraftValue((draft) => draft.seoTitle);
  const seoDescription = useDraftValue((draft) => draft.seoDescription);
  const own = useDraftValue(descriptionOf);
  const title = seoTitle ?? headline;
  const description = seoDescription ?? own;
  const shared = { language: article.locale, isDisabled: !mayWrite || !isReady };
  return (
    <Panel title={t('search')}>
      <div className={fields.fields}>
        <CountedField
          {...shared}
          name="seoTitle"
          value={seoTitle}
          instead={headline}
          onChange={(value) => change({ seoTitle: value })}
        />
        <CountedField
          {...shared}
          name="seoDescription"
          value={seoDescription}
          instead={own}
          onChange={(value) => change({ seoDescription: value })}
        />
      </div>
      <figure className={styles.figure}>
        <figcaption>{t('result')}</figcaption>
        <div className={styles.result} lang={article.locale}>
          <span className={styles.address}>
            {isReady && location.host} › {article.locale} › {article.slug}
          </span>
          <span className={styles.title}>
            {cut(`${title} · ${publication.name}`, SHOWN.seoTitle)}
          </span>
          <span className={styles.description}>{cut(description, SHOWN.seoDescription)}</span>
        </div>
      </figure>
      <figure className={styles.figure}>
        <figcaption>{t('card')}</figcaption>
        <div className={styles.card} lang={article.locale}>
          <CardPicture article={article} />
          <span className={styles.address}>{isReady && location.host}</span>
          <span className={styles.headline}>{title}</span>
        </div>
      </figure>
    </Panel>
  );
}

function CountedField({
  name,
  language,
  value,
  instead,
  isDisabled,
  onChange,
}: {
  name: keyof typeof SHOWN;
  language: string;
  value: string | null;
  /** The text used while the field is empty. */
  instead: string;
  isDisabled: boolean;
  onChange: (value: string | null) => void;
}) {
  const t = useTranslations('NewsroomDetails');
  const id = useId();
  const count = (value ?? instead).length;
  return (
    <div className={fields.field}>
      <label htmlFor={id}>{t(name)}</label>
      <textarea
        id={id}
        rows={name === 'seoTitle' ? 2 : 3}
        lang={language}
        maxLength={LONGEST[name]}
        aria-describedby={`${id}-count`}
        placeholder={instead}
        value={value ?? ''}
        disabled={isDisabled}
        onChange={({ target }) => onChange(target.value.replace(/\s*\n\s*/g, ' ') || null)}
      />
      <span id={`${id}-count`} className={count > SHOWN[name] ? fields.problem : fields.hint}>
        {t(count > SHOWN[name] ? 'lettersCut' : 'letters', { count, shown: SHOWN[name] })}
      </span>
    </div>
  );
}

/** The picture of a shared link: the lead picture in its share crop, or a generated card. */
function CardPicture({ article }: { article: WorkingArticle }) {
  const t = useTranslations('NewsroomDetails');
  const image = useDraftValue((draft) => draft.image);
  const headline = useDraftValue((draft) => draft.headline);
  const kicker = useDraftValue((draft) => draft.kicker);
  const imageId = image?.imageId ?? null;
  const about = useQuery({
    queryKey: [...LIBRARY_KEY, 'picture', imageId],
    queryFn: () => readPicture(imageId ?? ''),
    enabled: imageId !== null,
  });
  const asked = useQuiet(
    new URLSearchParams({
      locale: article.locale,
      category: article.category,
      kicker: kicker ?? '',
      headline,
    }).toString(),
  );
  if (image && about.data) {
    const { picture } = about.data;
    return (
      <CropView
        picture={picture}
        ratio={SHARE_CUT.height / SHARE_CUT.width}
        point={picture.focal}
        href={screenAddress(picture)}
        label={image.alt || t('card')}
      />
    );
  }
  return (
    <img
      src={`${NEWSROOM_API}card?${asked}`}
      alt={t('cardDrawn')}
      width={SHARE_CUT.width}
      height={SHARE_CUT.height}
      loading="lazy"
    />
  );
}

/** Debounces a value: returns it once it has not changed for a while. */
function useQuiet(value: string): string {
  const [quiet, setQuiet] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(value), QUIET);
    return () => clearTimeout(timer);
  }, [value]);
  return quiet;
}

/** Cuts a text as a search result does: at a word boundary, with an ellipsis. */
function cut(text: string, letters: number): string {
  if (text.length <= letters) return text;
  const end = text.lastIndexOf(' ', letters);
  return `${text.slice(0, end > 0 ? end : letters).trim()} …`;
}
