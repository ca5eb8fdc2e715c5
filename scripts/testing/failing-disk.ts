/**
 * A disk that loses power: a file system of its own (ext4 on a loop device; root on Linux) that
 * discards at once all that was not synced, as xfstests do it. What comes back after `restore` is what a power
 * cut would have left.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface FailingDisk {
  /** Where it is mounted. */
  path: string;
  /** Cuts the power: nothing more reaches the disk, and what is in memory alone is lost. */
  cut(): void;
  /** Mounts what the cut left, once nobody has files of it open. */
  restore(): Promise<void>;
  remove(): Promise<void>;
}

/** EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH (linux/fs/ext4/ext4.h); perl is there on any Debian. */
const SHUT_DOWN =
  'use Fcntl; sysopen(my $f, $ARGV[0], O_RDONLY) or die $!; my $how = pack("I", 2); ioctl($f, 0x8004587d, $how) or die $!;';

/** Whether this machine lets us mount one. */
export function canFailDisks(): boolean {
  return process.getuid?.() === 0 && spawnSync('losetup', ['--find']).status === 0;
}

/** @param megabytes - its size */
export function makeFailingDisk(folder: string, megabytes = 1024): FailingDisk {
  const image = join(folder, 'disk.img');
  const path = join(folder, 'disk');
  mkdirSync(path, { recursive: true });
  execFileSync('truncate', ['-s', `${megabytes}M`, image]);
  execFileSync('mkfs.ext4', ['-q', image]);
  const mount = () => execFileSync('mount', ['-o', 'loop', image, path]);
  const unmount = async () => {
    for (let tries = 0; spawnSync('umount', [path]).status !== 0; tries++) {
      if (tries > 200) throw new Error(`Somebody has files of ${path} open.`);
      await sleep(50);
    }
  };
  mount();
  // Others pass through it as through any folder.
  execFileSync('chmod', ['755', path]);
  return {
    path,
    cut: () => execFileSync('perl', ['-e', SHUT_DOWN, path]),
    restore: async () => {
      await unmount();
      mount();
    },
    remove: async () => {
      await unmount();
      rmSync(image);
    },
  };
}
