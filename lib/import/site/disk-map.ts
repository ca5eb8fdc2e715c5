import { DatabaseSync, type StatementSync } from 'node:sqlite';

/**
 * A map from strings to JSON values, stored on the disk: the data that the posts of an export refer to grows
 * with the file, and the memory of an import must not. SQLite unlinks the file when it opens it, so that a
 * killed process leaves nothing behind.
 */
export class DiskMap<Value> {
  // The empty name creates a temporary file that no other process can open.
  readonly #database = new DatabaseSync('');
  readonly #read: StatementSync;
  readonly #write: StatementSync;

  constructor() {
    // One transaction that is never committed: pages are written to the disk when SQLite's two megabytes are
    // full.
    this.#database.exec(`
      pragma journal_mode = off; pragma synchronous = off; pragma temp_store = file;
      create table entries (key text primary key, value text not null) without rowid;
      begin`);
    this.#read = this.#database.prepare('select value from entries where key = ?');
    this.#write = this.#database.prepare('insert or replace into entries values (?, ?)');
  }

  get(key: string): Value | undefined {
    const row = this.#read.get(key);
    return row === undefined ? undefined : (JSON.parse(String(row['value'])) as Value);
  }

  set(key: string, value: Value): void {
    this.#write.run(key, JSON.stringify(value));
  }

  close(): void {
    this.#database.close();
  }
}

/** Appends a value to a key's list. */
export function addTo<Value>(map: DiskMap<Value[]>, key: string, value: Value): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}
