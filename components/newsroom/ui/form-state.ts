import { createContext, use } from 'react';

/** The state that a form passes to its fields. */
interface FormState {
  /** Error messages of the fields, by field name. */
  problems: Readonly<Record<string, string>>;
  isPending: boolean;
}

export const FormContext = createContext<FormState>({ problems: {}, isPending: false });

/** The state of the form around a field. */
export const useFormState = (): FormState => use(FormContext);
