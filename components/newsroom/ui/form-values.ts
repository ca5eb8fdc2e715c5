/** The text of a form's field; empty where the form has no such field. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** The value of a form's select; the first of `options` where the form has no such field. */
export const choiceOf = <Value extends string>(
  form: FormData,
  name: string,
  options: readonly [Value, ...Value[]],
): Value => options.find((option) => option === form.get(name)) ?? options[0];

/** The values of a form's checked boxes; null, for none, means all. */
export function checkedOf<Value extends string>(
  form: FormData,
  name: string,
  options: readonly Value[],
): Value[] | null {
  const checked = form.getAll(name);
  return checked.length > 0 ? options.filter((option) => checked.includes(option)) : null;
}
