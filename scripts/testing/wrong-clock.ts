/** A clock that is set while a process runs, by libfaketime (Debian: faketime). */
import { chmodSync, globSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '../../lib/errors.ts';

export interface WrongClock {
  /** Variables of the process whose clock it is. */
  env: Record<string, string>;
  /** Sets it. @param seconds - from the true time; below 0 for an earlier one */
  jump(seconds: number): void;
}

/** @throws CodedError `programs_missing` where the library is not installed */
export function makeWrongClock(folder: string): WrongClock {
  const [library] = globSync('/usr/lib/*/faketime/libfaketime.so.1');
  if (!library)
    throw new CodedError('programs_missing', 'This trial needs: apt-get install faketime');
  const file = join(folder, 'clock');
  const jump = (seconds: number) => writeFileSync(file, `${seconds < 0 ? '' : '+'}${seconds}\n`);
  jump(0);
  // The database runs as another user, who reads it.
  chmodSync(folder, 0o755);
  chmodSync(file, 0o644);
  return {
    env: {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      // Only the time of day is set; what counts intervals goes on.
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
    jump,
  };
}
