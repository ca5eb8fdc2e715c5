'use client';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { NewestText } from '@/lib/content/draft/draft';
import { compareLines, compareRuns } from '@/lib/content/draft/compare-drafts';
import { linesOfBlock } from '@/lib/content/body/lines';
import {
  mergeDrafts,
  resolveMerge,
  type BodyPiece,
  type Choice,
  type FieldName,
} from '@/lib/content/draft/merge-drafts';
import { formatTime } from '@/lib/i18n/formats';
import { MarkedLines, MarkedRuns } from '../revisions/MarkedText';
import controls from '../ui/controls.module.css';
import { useSentence } from '../use-sentence';
import { useDraftValue, useHand } from './DraftProvider.client';
import styles from './Safety.module.css';

const linesOf = (blocks: Parameters<typeof linesOfBlock>[0][]) =>
  blocks.flatMap((block) => linesOfBlock(block));

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
  const choose = (key: FieldName | number, choice: Choice) =>
    setChoices(new Map(choices).set(key, choice));
  const labels = { added: t('added'), removed: t('removed') };
  const options = (key: FieldName | number) =>
    (typeof key === 'number'
      ? (['mine', 'theirs', 'both'] as const)
      : (['mine', 'theirs'] as const)
    ).map((choice) => (
      <label key={choice} className={styles.choice}>
        <input
          type="radio"
          name={`${title}-${key}`}
          checked={choices.get(key) === choice}
          onChange={() => choose(key, choice)}
        />
        {choice === 'theirs'
          ? t('takeTheirs', { name })
          : t(choice === 'mine' ? 'takeMine' : 'takeBoth')}
      </label>
    ));
  const side = (
    label: string,
    piece: Extract<BodyPiece, { kind: 'conflict' }>,
    own: typeof piece.mine,
  ) => (
    <div>
      <h3>{label}</h3>
      <div lang={article.locale}>
        <MarkedLines lines={compareLines(linesOf(piece.base), linesOf(own))} labels={labels} />
      </div>
    </div>
  );
  const text = (value: unknown) =>
    typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);
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
          <fieldset key={field.name} className={styles.piece} data-kind={field.kind}>
            <legend>{t(`field_${field.name}`)}</legend>
            {field.kind === 'conflict' ? (
              <>
                <div className={styles.sides}>
                  {(
                    [
                      [t('mine'), field.mine],
                      [name, field.theirs],
                    ] as const
                  ).map(([label, value]) => (
                    <div key={label}>
                      <h3>{label}</h3>
                      <p lang={article.locale}>
                        <MarkedRuns
                          runs={compareRuns(
                            [{ text: text(field.base), marks: [] }],
                            [{ text: text(value), marks: [] }],
                          )}
                          labels={labels}
                        />
                      </p>
                    </div>
                  ))}
                </div>
                {options(field.name)}
              </>
            ) : (
              <p>
                <small>
                  {field.kind === 'theirs' ? t('changedBy', { name }) : t('changedByYou')}
                </small>{' '}
                <span lang={article.locale}>{text(field[field.kind])}</span>
              </p>
            )}
          </fieldset>
        ))}
        {merge.body.map((piece, place) =>
          piece.kind === 'conflict' ? (
            <fieldset key={place} className={styles.piece} data-kind="conflict">
              <legend>{t('bothChanged')}</legend>
              <div className={styles.sides}>
                {side(t('mine'), piece, piece.mine)}
                {side(name, piece, piece.theirs)}
              </div>
              {options(place)}
            </fieldset>
          ) : (
            <div key={place} className={styles.piece} data-kind={piece.kind}>
              {piece.kind !== 'same' && (
                <small>
                  {piece.kind === 'theirs' ? t('changedBy', { name }) : t('changedByYou')}
                </small>
              )}
              <div lang={article.locale}>
                <MarkedLines
                  lines={compareLines(linesOf(piece.blocks), linesOf(piece.blocks))}
                  labels={labels}
                />
              </div>
            </div>
          ),
        )}
      </div>
    </section>
  );
}
