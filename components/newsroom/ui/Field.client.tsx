'use client';
import { useId, type ComponentProps, type ReactNode } from 'react';
import { useFormState } from './form-state';
import fields from './fields.module.css';

interface About {
  name: string;
  label: ReactNode;
  /** Help text for the field. */
  hint?: ReactNode;
}

/** A labelled input; its hint and error are below it and linked to it for screen readers. */
export function Field({ label, hint, ...input }: About & Omit<ComponentProps<'input'>, 'name'>) {
  const { problem, ids, described } = useDescription(input.name, hint);
  return (
    <div className={fields.field}>
      <label htmlFor={ids.control}>{label}</label>
      <input {...input} {...described} id={ids.control} />
      <Description hint={hint} problem={problem} ids={ids} />
    </div>
  );
}

/** A labelled select for one value. */
export function Choice({ label, hint, ...select }: About & Omit<ComponentProps<'select'>, 'name'>) {
  const { problem, ids, described } = useDescription(select.name, hint);
  return (
    <div className={fields.field}>
      <label htmlFor={ids.control}>{label}</label>
      <select {...select} {...described} id={ids.control} />
      <Description hint={hint} problem={problem} ids={ids} />
    </div>
  );
}

/** A labelled group of checkboxes. */
export function Checks({
  name,
  legend,
  hint,
  options,
  chosen,
}: {
  name: string;
  legend: string;
  hint?: string;
  options: readonly { value: string; label: string }[];
  chosen?: readonly string[] | null;
}) {
  const { ids, described } = useDescription(name, hint);
  return (
    <fieldset className={fields.choices} {...described}>
      <legend>{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value} className={fields.check}>
          <input
            type="checkbox"
            name={name}
            value={value}
            defaultChecked={chosen?.includes(value) ?? false}
          />
          {label}
        </label>
      ))}
      <Description hint={hint} problem={undefined} ids={ids} />
    </fieldset>
  );
}

type Ids = Record<'control' | 'hint' | 'problem', string>;

function useDescription(name: string, hint: ReactNode) {
  const id = useId();
  const problem = useFormState().problems[name];
  const ids: Ids = { control: id, hint: `${id}-hint`, problem: `${id}-problem` };
  const describedBy = [problem && ids.problem, hint && ids.hint].filter(Boolean).join(' ');
  return {
    problem,
    ids,
    described: {
      'aria-describedby': describedBy || undefined,
      'aria-invalid': problem ? true : undefined,
    },
  };
}

function Description({
  hint,
  problem,
  ids,
}: {
  hint: ReactNode;
  problem: string | undefined;
  ids: Ids;
}) {
  return (
    <>
      {hint && (
        <small id={ids.hint} className={fields.hint}>
          {hint}
        </small>
      )}
      {problem && (
        <small id={ids.problem} className={fields.problem} role="alert">
          {problem}
        </small>
      )}
    </>
  );
}
