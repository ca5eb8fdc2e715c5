import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Whether React handles events yet: false in the server's HTML, true after hydration. */
export const useReady = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
