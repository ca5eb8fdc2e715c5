'use client';
import { useTranslations } from 'next-intl';
import { linesOfBlock } from '@/lib/content/body/lines';
import { compareLines, compareRuns } from '@/lib/content/draft/compare-drafts';
import type { BodyPiece, Choice, FieldName, Merge } from '@/lib/content/draft/merge-drafts';
import type { Locale } from '@/lib/i18n/locales';
import { MarkedLines, MarkedRuns } from '../revisions/MarkedText';
import styles from './Safety.module.css';

/** What the pieces of a conflict share. */
export interface Sides {
  /** The name of the other writer. */
  theirName: string;
  /** The article's language. */
  language: Locale;
  /** Names the radio buttons of this conflict, apart from those of others. */
  group: string;
  /** What the user chose for a field, by its name, or for a place of the body. */
  choices: ReadonlyMap<FieldName | number, Choice>;
  onChoose: (key: FieldName | number, choice: Choice) => void;
}

const linesOf = (blocks: Parameters<typeof linesOfBlock>[0][]) =>
  blocks.flatMap((block) => linesOfBlock(block));

const textOf = (value: unknown) =>
  typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);

function useLabels() {
  const t = useTranslations('NewsroomSafety');
  return { added: t('added'), removed: t('removed') };
}

/** A field of the article that at least one side changed. */
export function FieldPiece({ field, sides }: { field: Merge['fields'][number]; sides: Sides }) {
  const t = useTranslations('NewsroomSafety');
  const labels = useLabels();
  const { theirName, language } = sides;
  if (field.kind !== 'conflict') {
    return (
      <fieldset className={styles.piece} data-kind={field.kind}>
        <legend>{t(`field_${field.name}`)}</legend>
        <p>
          <small>
            {field.kind === 'theirs' ? t('changedBy', { name: theirName }) : t('changedByYou')}
          </small>{' '}
          <span lang={language}>{textOf(field[field.kind])}</span>
        </p>
      </fieldset>
    );
  }
  const side = (label: string, value: unknown) => (
    <div>
      <h3>{label}</h3>
      <p lang={language}>
        <MarkedRuns
          runs={compareRuns(
            [{ text: textOf(field.base), marks: [] }],
            [{ text: textOf(value), marks: [] }],
          )}
          labels={labels}
        />
      </p>
    </div>
  );
  return (
    <fieldset className={styles.piece} data-kind={field.kind}>
      <legend>{t(`field_${field.name}`)}</legend>
      <div className={styles.sides}>
        {side(t('mine'), field.mine)}
        {side(theirName, field.theirs)}
      </div>
      <Choices of={field.name} from={['mine', 'theirs']} sides={sides} />
    </fieldset>
  );
}

/** Blocks of the body: unchanged, changed by one side, or by both. */
export function BlocksPiece({
  piece,
  place,
  sides,
}: {
  piece: BodyPiece;
  /** Its index among the pieces of the body. */
  place: number;
  sides: Sides;
}) {
  const t = useTranslations('NewsroomSafety');
  const labels = useLabels();
  const { theirName, language } = sides;
  if (piece.kind !== 'conflict') {
    const lines = linesOf(piece.blocks);
    return (
      <div className={styles.piece} data-kind={piece.kind}>
        {piece.kind !== 'same' && (
          <small>
            {piece.kind === 'theirs' ? t('changedBy', { name: theirName }) : t('changedByYou')}
          </small>
        )}
        <div lang={language}>
          <MarkedLines lines={compareLines(lines, lines)} labels={labels} />
        </div>
      </div>
    );
  }
  const side = (label: string, own: typeof piece.mine) => (
    <div>
      <h3>{label}</h3>
      <div lang={language}>
        <MarkedLines lines={compareLines(linesOf(piece.base), linesOf(own))} labels={labels} />
      </div>
    </div>
  );
  return (
    <fieldset className={styles.piece} data-kind="conflict">
      <legend>{t('bothChanged')}</legend>
      <div className={styles.sides}>
        {side(t('mine'), piece.mine)}
        {side(theirName, piece.theirs)}
      </div>
      <Choices of={place} from={['mine', 'theirs', 'both']} sides={sides} />
    </fieldset>
  );
}

/** The sides to choose from, for one piece. */
function Choices({
  of,
  from,
  sides: { theirName, group, choices, onChoose },
}: {
  of: FieldName | number;
  from: readonly Choice[];
  sides: Sides;
}) {
  const t = useTranslations('NewsroomSafety');
  return from.map((choice) => (
    <label key={choice} className={styles.choice}>
      <input
        type="radio"
        name={`${group}-${of}`}
        checked={choices.get(of) === choice}
        onChange={() => onChoose(of, choice)}
      />
      {choice === 'theirs'
        ? t('takeTheirs', { name: theirName })
        : t(choice === 'mine' ? 'takeMine' : 'takeBoth')}
    </label>
  ));
}
