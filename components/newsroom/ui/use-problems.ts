import { useState, type RefObject } from 'react';
import { useProblem } from './use-problem';

/** The errors of a form's fields: found when it is sent, shown until the field is changed. */
export function useProblems(form: RefObject<HTMLFormElement | null>) {
  const [problems, setProblems] = useState<Record<string, string>>({});
  const problemOf = useProblem();
  /** Shows errors by field name, and moves the focus to the first. */
  const point = (found: Record<string, string>) => {
    setProblems(found);
    const [first] = Object.keys(found);
    if (first) form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  };
  /** @returns whether every field is valid; shows the errors otherwise */
  const check = ({ elements }: HTMLFormElement): boolean => {
    const found: Record<string, string> = {};
    for (const control of elements) {
      if (!isControl(control)) continue;
      const problem = problemOf(control);
      if (problem) found[control.name] ??= problem;
    }
    point(found);
    return Object.keys(found).length === 0;
  };
  /** Removes the error of a field that changes. */
  const forgive = (target: Element) => {
    if (isControl(target) && problems[target.name]) setProblems({ ...problems, [target.name]: '' });
  };
  return { problems, point, check, forgive };
}

const isControl = (
  element: Element,
): element is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLSelectElement ||
  element instanceof HTMLTextAreaElement;
