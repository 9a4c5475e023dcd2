import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDecisions } from '../../../functions/check-in/read-decisions.ts';
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
    ['d.csv', 'date,case,decision,by\n2026-09-03,c1,A,k\n2026-13-03,c1,A,k\n', 'line 3, field date'],
    ['d.csv', 'date,case,decision,by\n2026-09-03,,A,k\n', 'line 2, field case'],
    ['d.csv', 'date,case,decision,by\n2026-09-03,c1,,k\n', 'line 2, field decision'],
    ['d.csv', `date,case,decision,by\n2026-09-03,c1,${'x'.repeat(2001)},k\n`, 'line 2, field decision'],
    ['d.csv', 'date,sag,decision,by\n', 'd.csv, line 1'],
    ['d.csv', '', 'd.csv, line 1'],
    ['d.csv', 'date,case,decision,by\n2026-09-03,c1,"A,k\n', 'd.csv, line'],
    ['d.yaml', '- {date: 2026-09-03, decision: A, by: k}\n', 'line 1, field [0].case'],
    [
      'd.yaml',
      '- {date: 2026-09-03, case: c1, decision: A, by: k}\n- {date: 3/9, case: c1, decision: A, by: k}\n',
      'line 2, field [1].date',
    ],
    ['d.yaml', '- {date: 2026-09-03, case: c1, decision: A, af: k}\n', 'line 1'],
    ['d.yaml', 'decisions: []\n', 'd.yaml, line 1'],
    ['d.yaml', '- {date: 2026-09-03, case: "c1}\n', 'd.yaml, line'],
  ])('%s with a mistake is refused with line and field: %j', (file, text, where) => {
    expect(messageOf(() => readDecisions(bytes(text), file))).toContain(where);
  });

  it('that is not UTF-8, or too large, is refused with the way to mend it', () => {
    const danish = Buffer.from('date;case;decision;by\n2026-09-03;c1;Bekræft højden.;k\n', 'latin1');
    expect(messageOf(() => readDecisions(danish, 'd.csv'))).toMatch(/not UTF-8[\s\S]*CSV UTF-8/u);
    expect(messageOf(() => readDecisions(new Uint8Array(5_000_001), 'd.csv'))).toContain('at most 5000000');
  });

  it('that is not there, or of no decisions, is told before any model is asked', {
    timeout: 30_000,
  }, async () => {
    await using place = await temporaryFolder();
    await writeSeptember(place.folder);
    await rm(join(place.folder, 'decisions.yaml'));
    const { code, stderr } = await runCheckIn(place.folder, '2026-09');
    expect([code, stderr]).toEqual([2, expect.stringContaining('line 20, field decisionsFile')]);
    await writeFile(join(place.folder, 'decisions.yaml'), '- {date: 2026-09-03, by: k}\n');
    const broken = await runCheckIn(place.folder, '2026-09');
    expect([broken.code, broken.stderr]).toEqual([2, expect.stringContaining('decisions.yaml, line 1')]);
    expect(await readdir(place.folder)).not.toContain('check-ins');
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
