import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '../../../evals/artifacts.ts';
import { canonicalHash } from '../../../evals/canonical-hash.ts';
import type { BlobStore } from '../../../evals/ports.ts';
import type { Publication } from '../../../evals/publishing/publication.ts';
import { readPublication } from '../../../evals/publishing/read-publication.ts';
import { createFileStore } from '../../../functions/adapters/file-store.ts';
import { openPublishing } from '../../support/published-runs.ts';
import { runCli } from '../../support/run-cli.ts';

let place: Awaited<ReturnType<typeof openPublishing>>;
beforeAll(async () => {
  place = await openPublishing();
});
afterAll(() => place.close());

describe('who ran what is published', () => {
  it('believes no other key than its own, or the one that is named, that the publisher ran a model', async () => {
    const env = { MAALESTOK_SIGNING_KEY: join(place.folder, 'vendor', 'key.pem') };
    const theirs = await runCli(['report', place.one], { env });
    expect(theirs.code).toBe(0);
    const key = join(place.folder, 'vendor.pem');
    await writeFile(key, (await runCli(['key'], { env })).stdout);
    const file = await place.consent(['god', 'anden']);
    const refused = await place.publish(place.one, file);
    expect([refused.code, refused.stderr]).toEqual([
      2,
      expect.stringContaining('with models that are run by us, as it says: silent'),
    ]);
    const vouched = await place.publish(place.one, file, '--key', key);
    expect([vouched.code, vouched.stderr]).toEqual([0, '']);
  });
});

describe('a publication that somebody else wrote', () => {
  it('is refused where it is of a practice split', async () => {
    const store = createFileStore(place.pub);
    const [name] = await readdir(place.pub);
    const read = async <T>(key: string) =>
      JSON.parse(new TextDecoder().decode((await store.read(`${name}/${key}`))!)) as T;
    const publication = await read<Publication>('publication.json');
    const result = await read<Result>('result.json');
    const comparability = { ...result.comparability, split: 'practice' as const };
    const records: Record<string, unknown> = {
      'publication.json': { ...publication, dataset: { ...publication.dataset, split: 'practice' } },
      'result.json': { ...result, comparability, comparabilityKey: canonicalHash(comparability) },
    };
    const changed: BlobStore = {
      ...store,
      read: async (key) => {
        const record = records[key.slice(name!.length + 1)];
        return record === undefined ? store.read(key) : new TextEncoder().encode(JSON.stringify(record));
      },
    };
    expect((await readPublication(store, name!)).name).toBe(name);
    await expect(readPublication(changed, name!)).rejects.toThrow('whose scores are never ranked');
  });
});

describe('a leaderboard of a folder that is not there', () => {
  it('is refused, and the folder is not made', async () => {
    const folder = join(place.folder, 'nowhere');
    const done = await runCli(['leaderboard', 'build', folder, '--out', join(place.folder, 'out')]);
    expect([done.code, done.stderr]).toEqual([2, expect.stringContaining('no publication')]);
    expect(await stat(folder).catch(() => null)).toBeNull();
  });
});
