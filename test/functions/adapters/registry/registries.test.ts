import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Registry } from '../../../../evals/ports.ts';
import { createDynamoRegistry } from '../../../../functions/adapters/registry/create-dynamo-registry.ts';
import { createMemoryRegistry } from '../../../../functions/adapters/registry/create-memory-registry.ts';
import { createSqliteRegistry } from '../../../../functions/adapters/registry/create-sqlite-registry.ts';
import { describeRegistry, type RegistryPlace } from '../../../contract/registry.ts';
import { type DynamoServer, startDynamoServer } from '../../../support/dynamo-server.ts';
import { temporaryFolder } from '../../../support/small-dataset.ts';

describeRegistry('memory', {
  async create() {
    const { collections } = createMemoryRegistry();
    return { open: async () => createMemoryRegistry(collections), dispose: async () => undefined };
  },
});

/** Closes what it opened. */
function placeOf(open: () => Promise<Registry>, dispose: () => Promise<void>): RegistryPlace {
  const opened: Registry[] = [];
  return {
    async open() {
      const registry = await open();
      opened.push(registry);
      return registry;
    },
    async dispose() {
      for (const each of opened) await each.close?.();
      await dispose();
    },
  };
}

async function inFolder(open: (file: string) => Promise<Registry>): Promise<RegistryPlace> {
  const folder = await mkdtemp(join(tmpdir(), 'maalestok-registry-'));
  const file = join(folder, 'inside', 'registry.sqlite');
  return placeOf(
    () => open(file),
    () => rm(folder, { recursive: true, force: true }),
  );
}

describeRegistry('sqlite', {
  create: () => inFolder(createSqliteRegistry),
  denied: () => inFolder((file) => createSqliteRegistry(join(file, '../../..'))),
});

describe('the SQLite registry', () => {
  it('keeps what it wrote, and is its owner’s alone', async () => {
    await using place = await temporaryFolder();
    const file = join(place.folder, 'r.sqlite');
    const first = await createSqliteRegistry(file);
    await first.write('runs', 'a', { x: 'æ' }, null);
    await first.close?.();
    const second = await createSqliteRegistry(file);
    expect(await second.read('runs', 'a')).toEqual({ key: 'a', version: 1, value: { x: 'æ' } });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await second.close?.();
    await second.close?.();
  });

  it('opens a file that was made before records expired', async () => {
    await using place = await temporaryFolder();
    const file = join(place.folder, 'r.sqlite');
    const old = new DatabaseSync(file);
    old.exec(`CREATE TABLE records (collection TEXT NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL,
      value TEXT NOT NULL, PRIMARY KEY (collection, key)) STRICT, WITHOUT ROWID`);
    old.exec(`INSERT INTO records VALUES ('runs', 'a', 3, '"old"')`);
    old.close();
    const registry = await createSqliteRegistry(file);
    expect(await registry.read('runs', 'a')).toMatchObject({ version: 3, value: 'old' });
    await registry.write('runs', 'b', 1, null, '2026-01-01T00:00:00.000Z');
    expect(await registry.sweep?.('2026-01-02T00:00:00.000Z')).toBe(1);
    expect(await registry.list('runs', { limit: 9 })).toHaveLength(1);
    await registry.close?.();
  });

  it('refuses a file that is something else', async () => {
    await using place = await temporaryFolder();
    const file = join(place.folder, 'r.sqlite');
    await writeFile(file, 'schema: maalestok.suite.v1\n'.repeat(200));
    await expect(createSqliteRegistry(file)).rejects.toThrow(/r\.sqlite: no SQLite file, expected/u);
  });
});

let server: DynamoServer;
beforeAll(async () => {
  server = await startDynamoServer();
});
afterAll(() => server.close());

/** Each test has a server of its own, so that none sees another's records. */
async function onDynamo(mishap?: DynamoServer['mishap']): Promise<RegistryPlace> {
  const own = await startDynamoServer();
  own.mishap = mishap;
  return placeOf(
    async () => createDynamoRegistry({ client: own.client(), table: own.table }),
    () => own.close(),
  );
}

describeRegistry('dynamodb', {
  create: () => onDynamo(),
  denied: () => onDynamo(() => ({ status: 400, type: 'AccessDeniedException' })),
});

describe('the DynamoDB registry', () => {
  const open = (table = server.table) => createDynamoRegistry({ client: server.client(), table });
  const during = async <T>(mishap: DynamoServer['mishap'], action: () => Promise<T>): Promise<T> => {
    server.calls.length = 0;
    server.mishap = mishap;
    try {
      return await action();
    } finally {
      server.mishap = undefined;
    }
  };
  const first = (mishap: 'lose' | { status: number; type: string }) => (call: number) =>
    call === 0 ? mishap : ('pass' as const);

  it('says that a table is missing, and not that a record is', async () => {
    await expect(open('nowhere').read('runs', 'a')).rejects.toThrow(/non-existent table|not found/iu);
  });

  it.each([
    { status: 400, type: 'ProvisionedThroughputExceededException' },
    { status: 400, type: 'ThrottlingException' },
    { status: 500, type: 'InternalServerError' },
  ])('makes a call again that failed with $type', async (mishap) => {
    const registry = open();
    const key = `retried-${mishap.type}`;
    expect(await during(first(mishap), () => registry.write('runs', key, 1, null))).not.toBeNull();
    expect(await during(first(mishap), () => registry.read('runs', key))).toMatchObject({ value: 1 });
    expect(server.calls).toEqual(['GetItem', 'GetItem']);
    expect(await during(first(mishap), () => registry.list('runs', { prefix: key, limit: 9 }))).toHaveLength(
      1,
    );
  });

  it('gives up in the end, and says why', async () => {
    const registry = open();
    const always = () => ({ status: 500, type: 'InternalServerError' }) as const;
    await expect(during(always, () => registry.read('runs', 'a'))).rejects.toThrow(/as told/u);
    expect(server.calls.length).toBeGreaterThan(1);
  });

  it('tells a writer that won, though the answer to it was lost', async () => {
    const registry = open();
    const written = await during(first('lose'), () => registry.write('runs', 'lost', 'mine', null));
    expect(written).toEqual({ key: 'lost', version: 1, value: 'mine' });
    expect(server.calls).toEqual(['PutItem', 'PutItem', 'GetItem']);
    const over = await during(first('lose'), () => registry.write('runs', 'lost', 'mine too', 1));
    expect(over).toMatchObject({ version: 2 });
    expect(await registry.read('runs', 'lost')).toMatchObject({ version: 2, value: 'mine too' });
  });

  it('says in `expiresAt` when a record may go, as time to live reads it: in seconds, never too early', async () => {
    await open().write('runs', 'short', 1, null, '2026-01-01T00:00:00.001Z');
    await open().write('runs', 'long', 1, null);
    const itemOf = async (key: string) => {
      const Key = { collection: { S: 'runs' }, key: { S: key } };
      return (await server.client().send(new GetItemCommand({ TableName: server.table, Key }))).Item;
    };
    expect(await itemOf('short')).toMatchObject({ expiresAt: { N: '1767225601' } });
    expect(await itemOf('long')).not.toHaveProperty('expiresAt');
  });

  it('does not take another’s record of the same value for its own', async () => {
    const [one, other] = [open(), open()];
    await one.write('runs', 'same', 'value', null);
    expect(await other.write('runs', 'same', 'value', null)).toBeNull();
  });
});
