import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Programs that the tests use and npm cannot bring, by the Debian package that holds each. */
const PROGRAMS = {
  chromium: '/usr/bin/chromium',
  postgresql: '/usr/lib/postgresql',
  git: '/usr/bin/git',
  'nginx-light': '/usr/sbin/nginx',
  'libxml2-utils': '/usr/bin/xmllint',
  // The Nu checker is a Java program.
  'default-jre-headless': '/usr/bin/java',
  newsboat: '/usr/bin/newsboat',
  'libimage-exiftool-perl': '/usr/bin/exiftool',
  w3m: '/usr/bin/w3m',
  wget: '/usr/bin/wget',
} as const;

/** A Debian package that some tests need. */
export type Program = keyof typeof PROGRAMS;

/** Every package that the tests use, as the README names them. */
export const PACKAGES = Object.keys(PROGRAMS) as Program[];

/** Whether a program is there; what needs one that is not is skipped, and says so. */
export const isInstalled = (program: Program): boolean => existsSync(PROGRAMS[program]);

/**
 * Installs what is missing where we may (root on Debian); elsewhere, or where that fails, says which tests
 * will be skipped and how to have them.
 */
export function installPrograms(): void {
  const missing = () => PACKAGES.filter((program) => !isInstalled(program));
  if (missing().length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing().join(' ')}`;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    console.log(`Installing ${missing().join(', ')} from Debian …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const line of ['apt-get update', command])
      spawnSync('sh', ['-c', `${line} >/dev/null`], { stdio: 'inherit', env });
  }
  if (missing().length === 0) return;
  console.log(
    `Not installed: ${missing().join(', ')}. Tests that need them are skipped; on Debian: sudo ${command}\n`,
  );
}
