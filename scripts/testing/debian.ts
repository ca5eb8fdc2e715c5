import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { CodedError } from '../../lib/errors.ts';

/** Programs that the tests need and npm cannot bring, with the Debian package that holds each. */
const PROGRAMS = [
  { package: 'chromium', isHere: () => existsSync('/usr/bin/chromium') },
  { package: 'postgresql', isHere: () => existsSync('/usr/lib/postgresql') },
  { package: 'nginx-light', isHere: () => existsSync('/usr/sbin/nginx') },
  { package: 'procps', isHere: () => existsSync('/usr/bin/pgrep') },
  { package: 'libxml2-utils', isHere: () => existsSync('/usr/bin/xmllint') },
  // The Nu checker is a Java program.
  { package: 'default-jre-headless', isHere: () => existsSync('/usr/bin/java') },
  { package: 'newsboat', isHere: () => existsSync('/usr/bin/newsboat') },
  { package: 'w3m', isHere: () => existsSync('/usr/bin/w3m') },
  { package: 'wget', isHere: () => existsSync('/usr/bin/wget') },
] as const;

/**
 * Installs what is missing where we may (root on Debian).
 * @throws CodedError `programs_missing` that names the command to run, anywhere else
 */
export function ensurePrograms(): void {
  const missing = PROGRAMS.filter((program) => !program.isHere()).map((program) => program.package);
  if (missing.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    throw new CodedError(
      'programs_missing',
      `The tests need ${missing.join(' and ')}. Install them and run the tests again; on Debian: sudo ${command}`,
    );
  }
  console.log(`Installing ${missing.join(', ')} from Debian …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const line of ['apt-get update', command]) {
    const { status } = spawnSync('sh', ['-c', `${line} >/dev/null`], { stdio: 'inherit', env });
    if (status !== 0)
      throw new CodedError('programs_missing', `“${line}” failed with code ${status}.`);
  }
}
