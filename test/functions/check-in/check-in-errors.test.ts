import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDecisions } from '../../../functions/cli/check-in/read-decisions.ts';
import { readCluster } from '../../../reports/check-in/cluster.ts';
import {
  answersOf,
  clusterIds,
  clusterYaml,
  readCheckIn,
  runCheckIn,
  writeSeptember,
} from '../../support/check-in-cluster.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';

const messageOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};

describe('a cluster file', () => {
  it.each([
    ['measure: defectF1, min: 0.05', 'measure: defectF9, min: 0.05', 16, 'gates[0].measure'],
    ['measure: defectF1, min: 0.05', 'measure: defectF1, min: 80', 16, 'gates[0].min'],
    ['measure: defectF1, min: 0.05', 'measure: defectF1', 16, 'gates[0]'],
    ['id: Sønderby', 'id: Nordby', 5, 'members[1].id'],
    ['"0 7 1 * *"', 'monthly', 13, 'schedule'],
    ['Europe/Copenhagen', 'dansk tid', 14, 'timezone'],
    ['byg@example.dk', 'byg', 19, 'recipients[0]'],
    ['id: klynge', 'id: ../klynge', 1, 'id'],
    ['members:', 'membres:', 3, 'membres'],
  ])('with %s as %s is refused with line and field', (is, wrong, line, field) => {
    const message = messageOf(() => readCluster(clusterYaml.replace(is, wrong), 'cluster.yaml'));
    expect(message).toContain(`cluster.yaml, line ${line}`);
    expect(message).toContain(field);
  });
});

describe('the example', () => {
  it('is a cluster with decisions that can be read', async () => {
    const folder = join(import.meta.dirname, '../../../docs/examples/check-in');
    const { cluster } = readCluster(await readFile(join(folder, 'cluster.yaml'), 'utf8'), 'cluster.yaml');
    const decisions = readDecisions(await readFile(join(folder, cluster.decisionsFile!)), 'decisions.yaml');
    expect([cluster.id, decisions.length]).toEqual(['eksempelklynge', 1]);
  });
});

describe('a file of decisions', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const one = { date: '2026-09-03', code: 'x1', decision: 'A; b', by: 'k' };

  it('says the same as YAML and as CSV', () => {
    const yaml = readDecisions(bytes('- {date: 2026-09-03, code: x1, decision: "A; b", by: k}\n'), 'd.yaml');
    const csv = readDecisions(bytes('\uFEFFdate;case;code;decision;by\n2026-09-03;;x1;"A; b";k\n'), 'd.csv');
    expect([yaml, csv]).toEqual([[one], [one]]);
  });

  it.each([
    ['d.csv', 'date,case,decision,by\n2026-09-03,c1,A,k\n2026-13-03,c1,A,k\n', 'd.csv, line 3'],
    ['d.csv', 'date,sag,decision,by\n', 'd.csv, line 1'],
    ['d.yaml', '- {date: 2026-09-03, decision: A, by: k}\n', 'd.yaml, line 1'],
  ])('%s with a mistake is refused with its line', (file, text, where) => {
    expect(messageOf(() => readDecisions(bytes(text), file))).toContain(where);
  });
});

describe('a model that answers nothing', () => {
  it('is told of before any figure, and the month is no failure', async () => {
    await using place = await temporaryFolder();
    await writeSeptember(place.folder);
    const failed = clusterIds.map((caseId) => ({ caseId, codes: [], status: 'failed' }));
    await writeFile(join(place.folder, 'god.jsonl'), answersOf('god', '1', failed));
    expect((await runCheckIn(place.folder, '2026-09')).code).toBe(0);
    const { datasets } = await readCheckIn(place.folder, '2026-09');
    expect(datasets[0]!.models[0]!.figures.f1).toMatchObject({ value: 0 });
    const html = await readFile(join(place.folder, 'check-ins/klynge/2026-09/check-in.html'), 'utf8');
    expect(html).toContain('god besvarede ingen af sagerne.');
  });
});
