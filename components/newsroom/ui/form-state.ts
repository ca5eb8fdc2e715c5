import { createContext, use } from 'react';

/** What a form tells its fields. */
interface FormState {
  /** What is wrong with a field, by its name, as a sentence. */
  problems: Readonly<Record<string, string>>;
  isPending: boolean;
}

export const FormContext = createContext<FormState>({ problems: {}, isPending: false });

export const useFormState = (): FormState => use(FormContext);
