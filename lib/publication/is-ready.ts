import { source } from './source.ts';

/** Whether stored data can be read just now. */
export async function isReady(): Promise<boolean> {
  try {
    await source().database.execute('select 1');
    return true;
  } catch {
    return false;
  }
}
