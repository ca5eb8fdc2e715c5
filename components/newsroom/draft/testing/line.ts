import { emptyDraft, type Draft, type NewestText } from '@/lib/content/draft/draft';
import type { NewsroomLine, Taken, Turn } from '../newsroom-line';

/** A draft of one paragraph. */
export const textOf = (text: string, headline = 'Headline'): Draft => ({
  ...emptyDraft(headline),
  body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
});

/** The newsroom's end of the line, answering when and as a test says. */
export class Line implements NewsroomLine {
  readonly sent: { turn: Turn; draft: Draft; kind: string }[] = [];
  readonly answers: ((answer: Taken | Error) => void)[] = [];
  /** What it answers by itself; null: the test answers. */
  always: (() => Taken | Error) | null = () => ({ sequence: this.sent.length, version: 1 });
  newest: NewestText & { writer: string } = {
    sequence: 9,
    version: 4,
    draft: textOf('Theirs'),
    savedBy: 'Aida',
    savedAt: '2026-11-24T06:00:00Z',
    writer: 'another-page',
  };
  #take(turn: Turn, draft: Draft, kind: string): Promise<Taken> {
    this.sent.push({ turn, draft, kind });
    return new Promise((resolve, reject) => {
      const answer = (value: Taken | Error) =>
        value instanceof Error ? reject(value) : resolve(value);
      if (this.always) answer(this.always());
      else this.answers.push(answer);
    });
  }
  autosave = (turn: Turn, draft: Draft) => this.#take(turn, draft, 'autosave');
  save = (turn: Turn, draft: Draft, reason: string) => this.#take(turn, draft, reason);
  read = () => Promise.resolve(this.newest);
}
