'use client';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { NewestText } from '@/lib/content/draft/draft';
import {
  mergeDrafts,
  resolveMerge,
  type Choice,
  type FieldName,
} from '@/lib/content/draft/merge-drafts';
import { formatTime } from '@/lib/i18n/formats';
import controls from '../ui/controls.module.css';
import { useSentence } from '../use-sentence';
import { BlocksPiece, FieldPiece, type Sides } from './ConflictPieces.client';
import { useDraftValue, useHand } from './DraftProvider.client';
import styles from './Safety.module.css';

/**
 * Resolves a conflict between two texts, block by block: a block that only one side changed is taken
 * automatically and shown; for a block that both changed, the user chooses. Typing stays possible meanwhile,
 * and what is typed is included.
 */
export function ConflictPanel({ theirs }: { theirs: NewestText }) {
  const t = useTranslations('NewsroomSafety');
  const sentence = useSentence();
  const title = useId();
  const { keeper, article } = useHand();
  const mine = useDraftValue((draft) => draft);
  const [choices, setChoices] = useState<ReadonlyMap<FieldName | number, Choice>>(new Map());
  const [isBusy, setIsBusy] = useState(false);
  const [cause, setCause] = useState<Error | null>(null);
  const merge = mergeDrafts(keeper.base, mine, theirs.draft);
  const name = theirs.savedBy || t('anotherPage');
  const time = formatTime(theirs.savedAt);

  const conflicts: (FieldName | number)[] = [
    ...merge.fields.flatMap(({ name: key, kind }) => (kind === 'conflict' ? key : [])),
    ...merge.body.flatMap(({ kind }, place) => (kind === 'conflict' ? place : [])),
  ];
  const open = conflicts.filter((key) => !choices.has(key)).length;
  const take = async (draft: Parameters<typeof keeper.resolve>[0]) => {
    setIsBusy(true);
    setCause(null);
    await keeper.resolve(draft).catch((fault: Error) => setCause(fault));
    setIsBusy(false);
  };
  const sides: Sides = {
    theirName: name,
    language: article.locale,
    group: title,
    choices,
    onChoose: (key, choice) => setChoices(new Map(choices).set(key, choice)),
  };
  return (
    <section className={styles.panel} aria-labelledby={title}>
      <div role="alert">
        <h2 id={title}>{t('conflictTitle', { name, time })}</h2>
      </div>
      <p>{t('conflictNote')}</p>
      <div className={controls.buttons}>
        <button
          type="button"
          className={controls.primary}
          disabled={open > 0 || isBusy}
          onClick={() => void take(resolveMerge(merge, choices))}
        >
          {t('takeMerged')}
        </button>
        <button type="button" disabled={isBusy} onClick={() => void take(mine)}>
          {t('keepMine')}
        </button>
        <button type="button" disabled={isBusy} onClick={() => void take(theirs.draft)}>
          {t('keepTheirs', { name })}
        </button>
        <span role="status">{t('open', { count: open })}</span>
      </div>
      <p role="alert" className={controls.alert}>
        {sentence(cause)}
      </p>
      <div className={styles.merge}>
        {merge.fields.map((field) => (
          <FieldPiece key={field.name} field={field} sides={sides} />
        ))}
        {merge.body.map((piece, place) => (
          <BlocksPiece key={place} piece={piece} place={place} sides={sides} />
        ))}
      </div>
    </section>
  );
}
