import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CardSchema } from '../../datasets/card.ts';
import { type Case, CaseSchema } from '../../datasets/case.ts';
import { type Label, LabelSchema } from '../../datasets/label.ts';
import { attacks } from '../../datasets/transforms/attacks.ts';
import { exitCodeOf, renderError } from '../../functions/cli/exit.ts';
import { type VariantsOptions, variants } from '../../functions/cli/variants.ts';
import { captureOutput } from '../support/capture-output.ts';
import { runCli } from '../support/run-cli.ts';
import { smallCase, smallLabel, temporaryFolder, writeSmallDataset } from '../support/small-dataset.ts';

const root = resolve(import.meta.dirname, '../..');

/** The command that made a shipped folder, from the page that states it. */
async function statedCommand(): Promise<string[]> {
  const page = await readFile(join(root, 'docs/robustness.md'), 'utf8');
  const command = /maalestok variants .*--out datasets\/byggesag-da-robusthed$/mu.exec(page)?.[0];
  expect(command).toBeDefined();
  return command!.split(' ').slice(1);
}

describe('the shipped data set of variants', () => {
  it('is made again to the byte by the command that docs/robustness.md states', async () => {
    await using temporary = await temporaryFolder();
    const args = await statedCommand();
    const shipped = join(root, args.at(-1)!);
    const out = join(temporary.folder, 'made');
    expect((await runCli([...args.slice(0, -1), out])).code).toBe(0);
    const names = (await readdir(shipped)).sort();
    expect((await readdir(out)).sort()).toEqual(names);
    for (const name of names) {
      expect((await readFile(join(out, name))).equals(await readFile(join(shipped, name))), name).toBe(true);
    }
  });

  it('plants every attack equally often, and none that asks for a defect which the case has', async () => {
    const labels = await readLines(
      join(root, 'datasets/byggesag-da-robusthed/test.labels.jsonl'),
      LabelSchema,
    );
    const counts = attacks.map(({ id, asksFor }) => {
      const planted = labels.filter(({ transform }) => transform === `injection-${id}`);
      expect(planted.filter(({ defects }) => defects.some(({ code }) => code === asksFor))).toEqual([]);
      return planted.length;
    });
    expect(new Set(counts)).toEqual(new Set([6]));
  });
});

async function readLines<T>(file: string, schema: { parse(value: unknown): T }): Promise<T[]> {
  const text = await readFile(file, 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => schema.parse(JSON.parse(line)));
}

const page = (text: string) => [{ page: 1, text }];
const twoDocuments = (id: string): Case =>
  smallCase(id, {
    documents: ['a', 'b'].map((documentId) => ({
      documentId,
      type: 'form',
      title: documentId,
      pages: page(`Skur på 12,5 m² i Nordby, ${id}.`),
    })),
  });

/** Eight cases: a twin pair, a variant with its original, and four alone. */
async function writeOwn(folder: string): Promise<void> {
  const ids = ['sag-1', 'sag-2', 'sag-3', 'sag-4', 'sag-5', 'sag-6', 'sag-7', 'sag-8'];
  const relation: Record<string, Partial<Label>> = {
    'sag-2': { twinOf: 'sag-1', defects: [], outcome: 'complete' },
    'sag-4': { transformOf: 'sag-3', transform: 'own-change' },
  };
  await writeSmallDataset(folder, {
    practice: { cases: [twoDocuments('p-1')], labels: [smallLabel('p-1', ['y1'])] },
    test: {
      cases: ids.map(twoDocuments),
      labels: ids.map((id) => smallLabel(id, ['x1'], relation[id])),
    },
    sealed: { cases: [twoDocuments('h-1')], labels: [smallLabel('h-1', ['y1'])] },
  });
}

async function make(folder: string, options: Partial<VariantsOptions>) {
  return captureOutput(() =>
    variants({
      dataset: join(folder, 'own'),
      out: join(folder, 'out'),
      split: 'test',
      attacks: '1',
      seed: 's',
      ...options,
    }),
  );
}

describe('maalestok variants', () => {
  it('keeps families whole, labels as they are, and what must stay hidden out', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    await writeOwn(join(folder, 'own'));
    const made = await make(folder, { transform: 'document-order,number-format' });
    expect(made.error).toBeUndefined();
    const card = CardSchema.parse(JSON.parse(await readFile(join(folder, 'out/card.json'), 'utf8')));
    expect({ id: card.id, synthetic: card.synthetic, splits: Object.keys(card.splits).sort() }).toEqual({
      id: 'small-robusthed',
      synthetic: true,
      splits: ['practice', 'test'],
    });
    expect((await readdir(join(folder, 'out'))).sort()).toEqual([
      'card.json',
      'practice.cases.jsonl',
      'practice.labels.jsonl',
      'taxonomy.json',
      'test.cases.jsonl',
      'test.labels.jsonl',
    ]);
    const labels = await readLines(join(folder, 'out/test.labels.jsonl'), LabelSchema);
    const cases = await readLines(join(folder, 'out/test.cases.jsonl'), CaseSchema);
    expect(cases.map(({ caseId }) => caseId)).toEqual(labels.map(({ caseId }) => caseId));
    // Seven originals (one is a variant already) in two changes and one attack each, and the eight as they were.
    expect(labels).toHaveLength(8 + 7 * 3);
    const byId = new Map(labels.map((label) => [label.caseId, label]));
    const fresh = labels.filter(({ caseId }) => !/^sag-\d$/u.test(caseId));
    for (const { caseId, transformOf, transform, ...label } of fresh) {
      const { caseId: _, twinOf: __, ...original } = byId.get(transformOf!)!;
      expect(label).toEqual(original);
      expect(caseId).toMatch(/^sag-[0-9a-f]{8}$/u);
      expect(transform).toMatch(/^(?:document-order|number-format|injection-[a-z-]+)$/u);
    }
    expect(byId.get('sag-2')).toMatchObject({ twinOf: 'sag-1' });
    expect(byId.get('sag-4')).toMatchObject({ transformOf: 'sag-3', transform: 'own-change' });
  });

  it('draws whole families, and the same ones for the same seed', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    await writeOwn(join(folder, 'own'));
    const drawn = new Set<string>();
    for (const seed of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const options = {
        seed,
        cases: '3',
        transform: 'document-order',
        attacks: '0',
        out: join(folder, seed),
      };
      expect((await make(folder, options)).error).toBeUndefined();
      const labels = await readLines(join(folder, seed, 'test.labels.jsonl'), LabelSchema);
      const ids = labels.map(({ caseId }) => caseId).filter((id) => /^sag-\d$/u.test(id));
      expect(ids.length).toBeGreaterThanOrEqual(3);
      expect(ids.length).toBeLessThanOrEqual(4);
      for (const [one, other] of [
        ['sag-1', 'sag-2'],
        ['sag-3', 'sag-4'],
      ]) {
        expect(ids.includes(one!), seed).toBe(ids.includes(other!));
      }
      drawn.add(ids.join());
    }
    expect(drawn.size).toBeGreaterThan(1);
  });

  it.each([
    [{ transform: 'upside-down' }, /flag --transform: "upside-down", expected document-order, /u],
    [{ cases: '0' }, /flag --cases: "0", expected a whole number of 1 or more/u],
    [{ attacks: '-1' }, /flag --attacks: "-1", expected a whole number of 0 or more/u],
    [{ split: 'hidden' }, /flag --split: "hidden", expected practice, validation, test, sealed/u],
    [{ split: 'validation' }, /field splits: no split "validation", expected /u],
    [
      { transform: 'line-breaks', attacks: '0' },
      /no case in which these changes change anything, expected at least one/u,
    ],
  ])('refuses %j', async (options, message) => {
    await using temporary = await temporaryFolder();
    await writeOwn(join(temporary.folder, 'own'));
    const { error } = await make(temporary.folder, options);
    expect([renderError(error), exitCodeOf(error)]).toEqual([expect.stringMatching(message), 2]);
  });

  it('writes over its own data set, and over no other', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    await writeOwn(join(folder, 'own'));
    expect((await make(folder, {})).error).toBeUndefined();
    expect((await make(folder, {})).error).toBeUndefined();
    const { error } = await make(folder, { out: join(folder, 'own') });
    expect(renderError(error)).toMatch(
      /card\.json, flag --out: the card of another data set, expected an empty folder/u,
    );
  });
});
