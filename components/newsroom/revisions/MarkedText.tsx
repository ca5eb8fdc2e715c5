import { Fragment, type ReactNode } from 'react';
import type { MarkedLine, MarkedRun } from '@/lib/content/draft/compare-drafts';
import styles from './MarkedText.module.css';

/** Labels of the marks for screen readers. */
export interface MarkLabels {
  added: string;
  removed: string;
}

const ELEMENTS = {
  bold: 'strong',
  italic: 'em',
  strike: 's',
  superscript: 'sup',
  subscript: 'sub',
  code: 'code',
} as const;

function dressed({ text, marks, href }: MarkedRun): ReactNode {
  let node: ReactNode = text;
  for (const mark of marks) {
    const Element = ELEMENTS[mark as keyof typeof ELEMENTS];
    if (Element) node = <Element>{node}</Element>;
  }
  return href === undefined ? node : <u title={href}>{node}</u>;
}

/** The words of one line, with added and removed words marked. */
export function MarkedRuns({ runs, labels }: { runs: readonly MarkedRun[]; labels: MarkLabels }) {
  return runs.map((run, place) => {
    if (run.change === 'same') return <Fragment key={place}>{dressed(run)}</Fragment>;
    const Element = run.change === 'added' ? 'ins' : 'del';
    return (
      <Element key={place} className={styles[run.change]}>
        <span className="hidden-visually">{` [${labels[run.change]}: `}</span>
        {dressed(run)}
        <span className="hidden-visually">] </span>
      </Element>
    );
  });
}

const TAGS: Partial<Record<MarkedLine['kind'], 'h3' | 'h4' | 'h5' | 'blockquote' | 'pre'>> = {
  heading2: 'h3',
  heading3: 'h4',
  heading4: 'h5',
  quote: 'blockquote',
  pullQuote: 'blockquote',
  code: 'pre',
};
/** Kinds of lines whose adjacent lines of the same kind form one list. */
const LISTS = { bullet: 'ul', ordered: 'ol' } as const;

/** A body laid out as in the article, with added and removed words marked in place. */
export function MarkedLines({
  lines,
  labels,
}: {
  lines: readonly MarkedLine[];
  labels: MarkLabels;
}) {
  return groupsOf(lines).map((group, place) => {
    const [first] = group;
    if (!first) return null;
    const List = first.kind in LISTS ? LISTS[first.kind as keyof typeof LISTS] : null;
    if (!List) return <LineOf key={place} line={first} labels={labels} />;
    return (
      <List key={place}>
        {group.map((line, item) => (
          <li key={item} data-change={line.change} data-depth={line.depth || undefined}>
            <MarkedRuns runs={line.runs} labels={labels} />
          </li>
        ))}
      </List>
    );
  });
}

function groupsOf(lines: readonly MarkedLine[]): MarkedLine[][] {
  const groups: MarkedLine[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (line.kind in LISTS && last?.[0]?.kind === line.kind) last.push(line);
    else groups.push([line]);
  }
  return groups;
}

function LineOf({ line, labels }: { line: MarkedLine; labels: MarkLabels }) {
  const words = <MarkedRuns runs={line.runs} labels={labels} />;
  if (line.kind === 'rule') return <hr data-change={line.change} />;
  const Element = TAGS[line.kind] ?? 'p';
  return (
    <Element className={styles.line} data-kind={line.kind} data-change={line.change}>
      {line.imageId && <Picture id={line.imageId} change={line.change} labels={labels} />}
      {words}
    </Element>
  );
}

/** A picture, shown as the start of its id; the picture itself is visible in the text. */
function Picture({
  id,
  change,
  labels,
}: {
  id: string;
  change: MarkedLine['change'];
  labels: MarkLabels;
}) {
  const name = `▣ ${id.slice(0, 8)} `;
  if (change === 'same') return <small>{name}</small>;
  return <MarkedRuns runs={[{ text: name, marks: [], change }]} labels={labels} />;
}
