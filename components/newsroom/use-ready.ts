import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Whether a press of a button will be heard: false in the server's HTML, true once React is there. */
export const useReady = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
