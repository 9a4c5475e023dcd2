import { join } from 'node:path';
import { DateSchema, IdSchema } from '../../datasets/case.ts';
import { InputError } from '../../datasets/errors.ts';
import { canonicalHash } from '../../evals/canonical-hash.ts';
import type { Signer } from '../../evals/ports.ts';
import type { Consent, Withdrawal } from '../../evals/publishing/consent.ts';
import { countModel } from '../../evals/publishing/count-model.ts';
import { extractPublication } from '../../evals/publishing/extract-publication.ts';
import { publicationFolder } from '../../evals/publishing/publication-keys.ts';
import { createFileStore } from '../adapters/file-store.ts';
import { createSystemClock } from '../adapters/system-clock.ts';
import { chooseModels } from '../publishing/choose-models.ts';
import { describePublication } from '../publishing/describe-publication.ts';
import { openRun, requireRunRecord } from './open-run.ts';
import { openSigner } from './open-signer.ts';
import {
  listPublications,
  requirePublicationFolder,
  requirePublications,
  withPublications,
} from './publish/list-publications.ts';
import { readConsents } from './publish/read-consents.ts';
import { requireOwn } from './publish/require-own.ts';
import { requirePublishable } from './publish/require-publishable.ts';
import { withdrawModels } from './publish/withdraw-models.ts';
import { writePublication } from './publish/write-publication.ts';
import { flagError } from './read-options.ts';

export interface PublishOptions {
  to: string;
  consent?: string;
  /** A model whose consent was taken back. */
  withdraw?: string;
  /** Absent: today (UTC). */
  date?: string;
  key?: string;
  signedBy?: string;
}

/** `maalestok publish RUN --to FOLDER --consent FILE`, or `--withdraw MODEL --to FOLDER`. */
export async function publish(folder: string | undefined, options: PublishOptions): Promise<void> {
  const { to, withdraw, consent } = options;
  const date = readDate(options.date);
  if (withdraw !== undefined && (folder !== undefined || consent !== undefined))
    throw new InputError({ field: '--withdraw', is: 'given beside a run', expected: '--to alone beside it' });
  if (withdraw === undefined && (folder === undefined || consent === undefined)) {
    throw new InputError({
      is: folder === undefined ? 'no run' : 'no --consent',
      expected: 'a run and --consent, or --withdraw',
    });
  }
  const { signer } = await openSigner(options.signedBy);
  if (withdraw !== undefined) {
    await requirePublicationFolder(to);
    return withPublications(to, () => withdrawModel(to, readModel(withdraw), date, signer));
  }
  const consents = await readConsents(consent!);
  await requireRunRecord(folder!, createFileStore(folder!));
  await withPublications(to, () => publishRun(folder!, { ...options, date, consents, signer }));
}

interface Publishing {
  to: string;
  key?: string;
  date: string;
  consents: readonly Consent[];
  signer: Signer;
}

async function publishRun(folder: string, { to, key, date, consents, signer }: Publishing): Promise<void> {
  const store = createFileStore(folder);
  const record = await requireRunRecord(folder, store);
  const signed = await requirePublishable(folder, store, record, key);
  const withdrawn = consents.flatMap(({ model, withdrawn: day }) =>
    day === undefined ? [] : [{ model, date: day }],
  );
  const before = await listPublications(to);
  const changed = await withdrawModels(to, before, withdrawn, signer);
  if (changed > 0) process.stdout.write(sayWithdrawn(withdrawn, changed));
  const published = changed > 0 ? await listPublications(to) : before;
  const taken = [...published.flatMap(({ publication }) => publication.withdrawn), ...withdrawn];
  const models = chooseModels(signed.result.models, consents, taken);
  if (models.out.length > 0)
    process.stderr.write(`Left out, since no consent holds: ${models.out.join(', ')}.\n`);
  if (models.in.size === 0 && changed > 0) return;
  if (models.in.size === 0 && models.out.length > 0) {
    throw new InputError({
      file: folder,
      is: 'a run without a model whose consent is recorded',
      expected: 'one at least',
      mend: 'Add it to the file of consents: {model, by, date}. See docs/leaderboard.md.',
    });
  }
  const chosen = [...models.own, ...models.in.keys()];
  if (key === undefined) requireOwn(folder, signed, chosen, signer);
  const extract = await extractPublication(signed.result, new Set(chosen), (model) =>
    countModel(store, signed.result, model),
  );
  const source = canonicalHash(signed.result);
  const name = publicationFolder(signed.result.runId, source);
  const earlier = published.find((each) => each.name === name)?.publication;
  const publication = await describePublication(await openRun(folder), {
    result: extract.result,
    consents: models.in,
    published: earlier?.published ?? date,
    withdrawn: (earlier?.withdrawn ?? []).filter(({ model }) => !models.in.has(model)),
    source: { sha256: source, signedBy: signed.signedBy, fingerprint: signed.fingerprint },
  });
  await writePublication(to, name, { publication, ...extract }, signer);
  process.stdout.write(`Published: ${join(to, name)} (${chosen.join(', ')})\n`);
}

async function withdrawModel(to: string, model: string, date: string, signer: Signer): Promise<void> {
  const runs = await requirePublications(to);
  const changed = await withdrawModels(to, runs, [{ model, date }], signer);
  if (changed === 0)
    throw flagError(
      '--withdraw',
      model,
      `a model that is published in ${to} with a consent of that day or before`,
    );
  process.stdout.write(sayWithdrawn([{ model, date }], changed));
}

function sayWithdrawn(withdrawn: readonly Withdrawal[], changed: number): string {
  const models = withdrawn.map(({ model }) => model).join(', ');
  return `Withdrawn: ${models}, from ${changed} publications. Build the leaderboard again, so that its pages go too.\n`;
}

/** @throws {InputError} */
function readDate(value: string | undefined): string {
  if (value === undefined) return createSystemClock().now().slice(0, 10);
  const checked = DateSchema.safeParse(value);
  if (checked.success) return checked.data;
  throw flagError('--date', value, 'a date like 2026-10-01');
}

/** @throws {InputError} */
function readModel(value: string): string {
  if (IdSchema.safeParse(value).success) return value;
  throw flagError('--withdraw', value, "a model's id");
}
