import { randomBytes } from 'node:crypto';
import { createReadStream, type Stats } from 'node:fs';
import { cp, mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { MediaStore } from './store.ts';

const codeOf = (cause: unknown) => (cause as NodeJS.ErrnoException).code;
const isMissing = (cause: unknown) => codeOf(cause) === 'ENOENT' || codeOf(cause) === 'ENOTDIR';

/**
 * A store in a folder. Each file is written beside its final path, flushed to the disk and renamed: after a
 * crash or on a full disk it is complete or does not exist.
 */
export function diskStore(root: string): MediaStore {
  const at = (path: string) => join(root, path);

  async function put(path: string, bytes: Buffer): Promise<void> {
    const target = at(path);
    await mkdir(dirname(target), { recursive: true });
    // A leading dot: programs that serve or list the folder skip the file.
    const written = join(
      /* turbopackIgnore: true */ dirname(target),
      `.${randomBytes(8).toString('hex')}`,
    );
    try {
      const file = await open(/* turbopackIgnore: true */ written, 'w');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(written, target);
    } catch (cause) {
      await rm(written, { force: true });
      throw cause;
    }
    await flush(dirname(target));
  }

  async function find(path: string): Promise<Stats | null> {
    const found = await stat(at(path)).catch((cause: unknown) => {
      if (isMissing(cause)) return null;
      throw cause;
    });
    return found?.isFile() ? found : null;
  }

  async function putFolder(folder: string, prefix: string): Promise<void> {
    for (const name of await readdir(folder)) await flush(join(folder, name));
    const target = at(prefix);
    await mkdir(dirname(target), { recursive: true });
    try {
      await rename(folder, target);
    } catch (cause) {
      // The picture's folder exists, or is on another disk: its files are moved into it one by one.
      if (!['ENOTEMPTY', 'EEXIST', 'EXDEV'].includes(codeOf(cause) ?? '')) throw cause;
      await mkdir(target, { recursive: true });
      for (const name of await readdir(folder)) await moveFile(join(folder, name), target, name);
      await rm(folder, { recursive: true });
    }
    await flush(dirname(target));
  }

  return {
    put,
    putFolder,
    async open(path) {
      const found = await find(path);
      if (!found) return null;
      return {
        size: found.size,
        etag: `"${found.size}-${found.mtimeMs}"`,
        modifiedAt: found.mtime,
        stream: createReadStream(at(path)),
      };
    },
    size: async (path) => (await find(path))?.size ?? null,
    async remove(path) {
      await rm(at(path), { force: true });
      // An empty folder is no picture; a folder with other files stays.
      await rmdir(dirname(at(path))).catch(() => {});
    },
    async list(prefix) {
      const names = await readdir(at(prefix), { recursive: true, withFileTypes: true }).catch(
        (cause: unknown) => {
          if (isMissing(cause)) return [];
          throw cause;
        },
      );
      return names
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map((entry) => join(entry.parentPath, entry.name).slice(at('').length))
        .map((path) => path.replace(/^[/\\]/, '').replaceAll('\\', '/'))
        .sort();
    },
  };
}

/** Flushes a file or folder to the disk; not every system can flush folders. */
async function flush(path: string): Promise<void> {
  const file = await open(path, 'r');
  await file.sync().catch(() => {});
  await file.close();
}

async function moveFile(from: string, folder: string, name: string): Promise<void> {
  try {
    await rename(from, join(folder, name));
  } catch (cause) {
    if (codeOf(cause) !== 'EXDEV') throw cause;
    const written = join(/* turbopackIgnore: true */ folder, `.${randomBytes(8).toString('hex')}`);
    await cp(from, written).catch(async (fault: unknown) => {
      await rm(written, { force: true });
      throw fault;
    });
    await flush(written);
    await rename(written, join(folder, name));
  }
}
