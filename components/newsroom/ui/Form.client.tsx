'use client';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import type { SendRefusal } from '@/lib/content/desk/refusals';
import { SendError } from '../send';
import { useReady } from '../use-ready';
import controls from './controls.module.css';
import fields from './fields.module.css';
import { FormContext } from './form-state';
import { useProblem } from './use-problem';
import { useSentence } from '../use-sentence';

/**
 * A form that sends one request at a time. Shows the error of each field at the field, and the server's
 * refusal beside the button, or at the field that it concerns.
 */
export function Form<Answer>({
  work,
  onDone,
  submit,
  refusedField = {},
  isQuiet = false,
  layout = 'fields',
  children,
  more,
}: {
  work: (form: FormData) => Promise<Answer>;
  onDone?: (answer: Answer, form: HTMLFormElement) => void;
  /** Label of the submit button. */
  submit: string;
  /** Names of the fields that refusals concern, keyed by the refusal's code. */
  refusedField?: Readonly<Partial<Record<SendRefusal, string>>>;
  /** True if this is not the screen's primary action. */
  isQuiet?: boolean;
  layout?: 'fields' | 'row';
  children: ReactNode;
  /** Content beside the button. */
  more?: ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const isReady = useReady();
  const problemOf = useProblem();
  const sentence = useSentence();
  const point = (found: Record<string, string>) => {
    setProblems(found);
    const [first] = Object.keys(found);
    if (first) form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  };
  const sending = useMutation({
    mutationFn: work,
    onSuccess: (answer) => {
      if (form.current) onDone?.(answer, form.current);
    },
    onError: (cause) => {
      const field = cause instanceof SendError && refusedField[cause.code];
      if (field) point({ [field]: sentence(cause) });
    },
  });
  const isAtField = sending.error instanceof SendError && sending.error.code in refusedField;
  return (
    <form
      ref={form}
      className={fields[layout]}
      // Even if the script fails, a password never ends up in the URL.
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (sending.isPending) return;
        const found: Record<string, string> = {};
        for (const control of event.currentTarget.elements) {
          if (!isControl(control)) continue;
          const problem = problemOf(control);
          if (problem) found[control.name] ??= problem;
        }
        point(found);
        if (Object.keys(found).length > 0) sending.reset();
        else sending.mutate(new FormData(event.currentTarget));
      }}
      onInput={({ target }) => {
        if (isControl(target as Element)) {
          const { name } = target as HTMLInputElement;
          if (problems[name]) setProblems({ ...problems, [name]: '' });
        }
      }}
    >
      <FormContext value={{ problems, isPending: sending.isPending }}>{children}</FormContext>
      <div className={controls.buttons}>
        <button
          className={isQuiet ? undefined : controls.primary}
          type="submit"
          disabled={!isReady}
          aria-disabled={sending.isPending}
          aria-busy={sending.isPending}
        >
          {submit}
        </button>
        {more}
      </div>
      <p role="alert" className={controls.alert}>
        {isAtField ? '' : sentence(sending.error)}
      </p>
    </form>
  );
}

const isControl = (
  element: Element,
): element is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLSelectElement ||
  element instanceof HTMLTextAreaElement;
