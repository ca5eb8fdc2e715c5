'use client';
import { useMutation } from '@tanstack/react-query';
import { useRef, type ReactNode } from 'react';
import type { SendRefusal } from '@/lib/content/desk/refusals';
import { SendError } from '../send';
import { useReady } from '../use-ready';
import controls from './controls.module.css';
import fields from './fields.module.css';
import { FormContext } from './form-state';
import { useProblems } from './use-problems';
import { useSentence } from '../use-sentence';

/**
 * A form that sends one request at a time. Shows the error of each field at the field, and the server's
 * refusal beside the button, or at the field that it concerns.
 */
export function Form<Answer>({
  work,
  onDone,
  done,
  submit,
  refusedField = {},
  isQuiet = false,
  layout = 'fields',
  children,
  more,
}: {
  work: (form: FormData) => Promise<Answer>;
  onDone?: (answer: Answer, form: HTMLFormElement) => void;
  /** The sentence that says that it succeeded, until the form is sent again. */
  done?: string;
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
  const isReady = useReady();
  const { problems, point, check, forgive } = useProblems(form);
  const sentence = useSentence();
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
        if (check(event.currentTarget)) sending.mutate(new FormData(event.currentTarget));
        else sending.reset();
      }}
      onInput={({ target }) => forgive(target as Element)}
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
      {done !== undefined && (
        <p role="status" className={controls.note}>
          {sending.isSuccess && done}
        </p>
      )}
    </form>
  );
}
