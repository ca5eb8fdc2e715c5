/** Opens the objects of which a process has one. */
import { tokenIn } from '../accounts/cookie.ts';
import { readSession } from '../accounts/sessions.ts';
import type { Running } from '../answers/running.ts';
import { databaseClock } from '../clock.ts';
import { getDatabase } from '../db/client.ts';
import { MediaGate } from '../media/media-gate.ts';
import { mediaStore } from '../media/open-store.ts';
import { mediaReach } from '../publication/media/media-reach.ts';
import { ViewCounter } from '../views/counter.ts';

/** Creates the process's objects; the database must be open when they are used. */
export function openRunning(): Running {
  return {
    counter: new ViewCounter({ clock: databaseClock, database: getDatabase }),
    mediaGate: new MediaGate({
      reachOf: (path) => mediaReach(path),
      isOfNewsroom: async ({ headers }) => {
        const token = tokenIn(headers.cookie ?? null);
        return token !== null && (await readSession(token)) !== null;
      },
      drop: (path) => mediaStore().remove(path.slice(1)),
    }),
  };
}
