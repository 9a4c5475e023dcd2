import { chmodSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { InputError } from '../../../datasets/errors.ts';
import type { Registry, RegistryRecord } from '../../../evals/ports.ts';
import { makeFolder } from '../make-folder.ts';
import { checkKey, checkPage, encodeValue, lastCharacter } from './registry-limits.ts';

/** How long a write waits while another process writes. */
const busyMs = 10_000;
/** SQLite's own number of a file that is something else. */
const notADatabase = 26;

/**
 * Records in an SQLite file, for one machine; several processes may have it open. A write has reached the disk when it
 * resolves. The file is made on first use, and is its owner's alone.
 * @throws {InputError} where the file cannot be opened, or is no registry
 */
export async function createSqliteRegistry(file: string): Promise<Registry> {
  await makeFolder(dirname(file));
  const database = openDatabase(file);
  const one = database.prepare('SELECT key, version, value FROM records WHERE collection = ? AND key = ?');
  const insert = database.prepare(
    'INSERT INTO records (collection, key, version, value, expires_at_ms) VALUES (?, ?, 1, ?, ?) ON CONFLICT DO NOTHING',
  );
  const update = database.prepare(
    'UPDATE records SET version = version + 1, value = ?, expires_at_ms = ? WHERE collection = ? AND key = ? AND version = ?',
  );
  const remove = database.prepare('DELETE FROM records WHERE collection = ? AND key = ? AND version = ?');
  const sweep = database.prepare('DELETE FROM records WHERE expires_at_ms <= ?');
  const list = database.prepare(
    `SELECT key, version, value FROM records
      WHERE collection = ? AND key > ? AND key >= ? AND key < ? ORDER BY key LIMIT ?`,
  );
  return {
    async read(collection, key) {
      checkKey(collection, key);
      const row = one.get(collection, key);
      return row === undefined ? null : toRecord(row);
    },

    async write(collection, key, value, expected, expiresAt) {
      const text = encodeValue(collection, key, value);
      const until = expiresAt === undefined ? null : Date.parse(expiresAt);
      const { changes } =
        expected === null
          ? insert.run(collection, key, text, until)
          : update.run(text, until, collection, key, expected);
      return Number(changes) === 0 ? null : { key, version: (expected ?? 0) + 1, value: JSON.parse(text) };
    },

    async remove(collection, key, expected) {
      checkKey(collection, key);
      return Number(remove.run(collection, key, expected).changes) === 1;
    },

    async list(collection, { prefix = '', after = '', limit }) {
      checkPage(collection, limit);
      return list.all(collection, after, prefix, prefix + lastCharacter, limit).map(toRecord);
    },

    async sweep(now) {
      return Number(sweep.run(Date.parse(now)).changes);
    },

    async close() {
      if (database.isOpen) database.close();
    },
  };
}

function openDatabase(file: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { timeout: busyMs });
    chmodSync(file, 0o600);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    database.exec(`CREATE TABLE IF NOT EXISTS records (
      collection TEXT NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL, value TEXT NOT NULL,
      PRIMARY KEY (collection, key)) STRICT, WITHOUT ROWID`);
    addExpiry(database);
    return database;
  } catch (cause) {
    if (database?.isOpen) database.close();
    const number = cause instanceof Error && 'errcode' in cause ? Number(cause.errcode) & 0xff : undefined;
    const is =
      number === notADatabase
        ? 'no SQLite file'
        : `a registry that cannot be opened (${String(number ?? cause)})`;
    const expected = 'a file that `maalestok serve` made, or a place where it can make one';
    throw new InputError({ file, is, expected }, { cause });
  }
}

/** Registries that were made before records expired lack the column. */
function addExpiry(database: DatabaseSync): void {
  const columns = database.prepare('SELECT name FROM pragma_table_info(?)').all('records');
  if (!columns.some(({ name }) => name === 'expires_at_ms'))
    database.exec('ALTER TABLE records ADD COLUMN expires_at_ms INTEGER');
  database.exec(
    'CREATE INDEX IF NOT EXISTS expiry ON records (expires_at_ms) WHERE expires_at_ms IS NOT NULL',
  );
}

function toRecord(row: Record<string, unknown>): RegistryRecord {
  return { key: String(row.key), version: Number(row.version), value: JSON.parse(String(row.value)) };
}
