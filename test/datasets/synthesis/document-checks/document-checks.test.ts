import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Case, CaseSchema } from '../../../../datasets/case.ts';
import { type Label, LabelSchema } from '../../../../datasets/label.ts';
import { NearDuplicateIndex } from '../../../../datasets/near-duplicates.ts';
import { builtInTaxonomy } from '../../../../datasets/taxonomy/built-in-taxonomy.ts';
import { defectTypeOf } from '../../../../datasets/taxonomy/taxonomy.ts';
import { documentChecks } from '../../../../functions/cli/document-checks.ts';
import { captureOutput } from '../../../support/capture-output.ts';
import { checkDocument } from '../../../support/check-document.ts';

const folder = resolve(import.meta.dirname, '../../../../datasets/byggesag-da-bilag');
const splits = ['practice', 'validation', 'test'] as const;
const all = splits.flatMap((split) => {
  const cases = lines(`${split}.cases.jsonl`).map((line) => CaseSchema.parse(JSON.parse(line)));
  const labels = lines(`${split}.labels.jsonl`).map((line) => LabelSchema.parse(JSON.parse(line)));
  return cases.map((one, i) => ({ split, case: one, label: labels[i]! }));
});
const byId = new Map(all.map((one) => [one.case.caseId, one]));

describe('the data set of single documents', () => {
  it('is what its seed makes, to the byte', { timeout: 120_000 }, async () => {
    const out = await mkdtemp(join(tmpdir(), 'bilag-'));
    await captureOutput(() => documentChecks({ out, seed: '1' }));
    expect(filesIn(out)).toEqual(filesIn(folder));
    for (const file of filesIn(out)) {
      expect([file, readFileSync(join(out, file)).equals(readFileSync(join(folder, file)))]).toEqual([
        file,
        true,
      ]);
    }
    await rm(out, { recursive: true });
  });

  it('says in no split nearly what another says', () => {
    const index = new NearDuplicateIndex();
    expect(all.flatMap(({ split, case: one }) => index.add(one, split))).toEqual([]);
  });

  it('asks for one document a case, which says what the applicant says it is', () => {
    expect(all.length).toBeGreaterThanOrEqual(60);
    for (const { case: one } of all) {
      expect([one.task, one.documents.length]).toEqual(['document', 1]);
      expect(one.documents[0]!.title).not.toBe('');
    }
    expect(new Set(all.map(({ case: one }) => one.documents[0]!.type)).size).toBe(11);
  });

  it('is labelled as a check of the documents alone would label it', () => {
    const told = all.map(({ case: one }) => [one.caseId, checkDocument(one)]);
    const labelled = all.map(({ label }) => [label.caseId, requiredOf(label)]);
    expect(told).toEqual(labelled);
    for (const { label } of all) {
      expect(label.outcome).toBe(requiredOf(label).length > 0 ? 'deficient' : 'complete');
    }
  });

  it('cites what the taxonomy cites for the code', () => {
    for (const { label, case: one } of all) {
      for (const { code, citationSets } of label.defects) {
        const type = defectTypeOf(builtInTaxonomy(), code)!;
        const known = [
          type.citations,
          type.alternatives,
          ...type.variants.map(({ citations }) => citations),
        ].flat();
        expect(citationSets.flat().filter((citation) => !known.includes(citation as string))).toEqual([]);
        expect(type.caseTypes.length === 0 || type.caseTypes.includes(one.caseType)).toBe(true);
      }
    }
  });

  it('has twins that differ in the document alone', () => {
    const twins = all.filter(({ label }) => label.twinOf !== undefined);
    expect(twins.length).toBe(55);
    for (const { split, case: one, label } of twins) {
      const origin = byId.get(label.twinOf!)!;
      expect(origin.split).toBe(split);
      expect(apart(origin.case)).toEqual(apart(one));
      expect(textOf(origin.case)).not.toBe(textOf(one));
    }
  });

  it('shares no property and no text between splits', () => {
    const places = new Map<string, Set<string>>();
    for (const { split, case: one } of all) {
      for (const key of [`${one.fields.adresse} ${one.fields.matrikelnr}`, textOf(one)]) {
        places.set(key, (places.get(key) ?? new Set()).add(split));
      }
    }
    expect([...places].filter(([, seen]) => seen.size > 1).map(([key]) => key)).toEqual([]);
  });
});

function lines(file: string): string[] {
  return readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
}

function filesIn(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file !== 'files')
    .sort();
}

function requiredOf({ defects }: Label): string[] {
  return defects
    .filter(({ role }) => role === 'required')
    .map(({ code }) => code)
    .sort();
}

/** A case but for its id, its document's text and the file behind it. */
function apart({ caseId: _, files, documents, ...rest }: Case): unknown {
  const [{ pages: __, ...document }] = documents as [Case['documents'][number]];
  return { ...rest, document, files: files.length };
}

function textOf({ documents }: Case): string {
  return documents[0]!.pages.map(({ text }) => text).join('\n');
}
