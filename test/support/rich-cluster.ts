import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Case } from '../../datasets/case.ts';
import type { Change } from '../../datasets/change.ts';
import type { Annotation, Defect, Label } from '../../datasets/label.ts';
import { smallAnnotation } from './annotations.ts';
import { knownCodes } from './arbitraries.ts';
import { smallCase, smallLabel, toLines, writeSmallDataset } from './small-dataset.ts';

/**
 * Two months of a cluster of two data sets with everything that a check-in tells of: caseworkers who disagree, labels
 * corrected with and without a word in the change log, provisions that municipalities treat differently or that no catalogue
 * knows, small municipalities, requirements of every verdict, a model that fails in part.
 */
export type RichMonth = '2026-09' | '2026-10';

const municipalities: [name: string, cases: number][] = [
  ['Nordby', 10],
  ['Sønderby', 9],
  ['Vestby', 2],
  ['Østerby', 6],
];
const richMunicipalities = municipalities.flatMap(([name, cases]) => Array<string>(cases).fill(name));
const idOf = (at: number) => `c${String(at).padStart(2, '0')}`;
export const richIds = richMunicipalities.map((_, at) => idOf(at));
const moreIds = Array.from({ length: 8 }, (_, at) => `m${at}`);

const extra = (changes: Partial<Defect>): Defect => ({
  defectId: 'd9',
  code: 'y1',
  role: 'required',
  severity: 'minor',
  discretionary: false,
  citationSets: [['br18/170/2/3']],
  evidence: [{ documentId: 'a' }],
  ...changes,
});

/** Every fifth case is complete; every other defect is critical. */
function labelOf(at: number, month: RichMonth): Label {
  const code = at === 11 && month === '2026-10' ? 'y2' : knownCodes[at % 6]!;
  const label = smallLabel(idOf(at), at % 5 === 0 ? [] : [code]);
  const defects = label.defects.map(
    (defect): Defect => ({
      ...defect,
      severity: at % 2 === 1 ? ('critical' as const) : ('major' as const),
      discretionary: at === 6,
      ...(at === 4 ? { citationSets: [['vandløbsloven § 4']] } : {}),
    }),
  );
  // Nordby requires what Sønderby only points out.
  if (at === 2 || at === 3) defects.push(extra({}));
  if (at === 12 || at === 13) defects.push(extra({ role: 'advisory' }));
  // Corrected without a word.
  if (at === 14 && month === '2026-10')
    defects.push(extra({ code: 'z1', severity: 'major', citationSets: [['br18/10/2/1']] }));
  return { ...label, defects, labelVersion: month };
}

/** The last case is new in October, and the first is gone. */
const placesOf = (month: RichMonth) =>
  richIds.map((_, at) => at).filter((at) => (month === '2026-09' ? at < richIds.length - 1 : at > 0));

const casesOf = (month: RichMonth): Case[] =>
  placesOf(month).map((at) => smallCase(idOf(at), { municipality: richMunicipalities[at]! }));

function annotationsOf(month: RichMonth): Annotation[] {
  return placesOf(month)
    .filter((at) => at > 0 && at < 9)
    .flatMap((at) => {
      const codes = labelOf(at, month).defects.map(({ code }) => code);
      const fewer = at === 2 || at === 6 ? codes.slice(1) : codes;
      return [smallAnnotation(idOf(at), 'anna', codes), smallAnnotation(idOf(at), 'bo', fewer)];
    });
}

export const richChanges: Change[] = [
  {
    schema: 'maalestok.change.v1',
    version: '2',
    from: '1',
    labelVersion: '2026-10',
    date: '2026-09-15',
    by: 'anna',
    via: 'adjudication',
    split: 'test',
    caseId: 'c11',
    kind: 'changed',
    defectId: 'd1',
    why: 'Begge læste planen igen.',
  },
];

interface Finding {
  code: string;
  citations?: string[];
}

function answer(
  model: string,
  version: string,
  caseId: string,
  findings: readonly Finding[],
  failed = false,
) {
  return {
    model: { id: model, version },
    caseId,
    status: failed ? 'failed' : 'answered',
    findings: failed
      ? []
      : findings.map(({ code, citations = ['BR18 § 10, stk. 1, nr. 2'] }, at) => ({
          findingId: `f${at + 1}`,
          text: code,
          code,
          citations,
        })),
  };
}

/** `god` is mostly wrong in September and right in October; `anden` is the same, but fails on three cases in October. */
function answersOf(month: RichMonth) {
  const rows = placesOf(month).map((at) => {
    const label = labelOf(at, '2026-09');
    const right: Finding[] = label.defects.map(({ code }) => ({
      code,
      ...(at === 3 ? { citations: ['BR18 § 812'] } : at === 8 ? { citations: ['vandløbslovens § 4'] } : {}),
    }));
    return { at, caseId: idOf(at), right };
  });
  const good = (at: number) => (month === '2026-09' ? at % 4 === 0 : at % 7 !== 3);
  const god = rows.map(({ at, caseId, right }) =>
    answer('god', month === '2026-09' ? '1' : '2', caseId, good(at) ? right : [{ code: 'z2' }]),
  );
  const anden = rows.map(({ at, caseId, right }) =>
    answer(
      'anden',
      '1',
      caseId,
      at % 3 === 0 ? [...right, { code: 'z2' }] : right.slice(1),
      month === '2026-10' && at % 9 === 2,
    ),
  );
  return { god, anden };
}

const moreCases = () =>
  moreIds.map((id, at) => smallCase(id, { municipality: at < 5 ? 'Nordby' : 'Vestby' }));
const moreLabels = () => moreIds.map((id, at) => smallLabel(id, at === 0 ? [] : [knownCodes[at % 6]!]));

export const richCluster = `id: klynge
title: Klyngen
members:
  - {id: Nordby, name: Nordby Kommune}
  - {id: Sønderby, name: Sønderby Kommune}
  - {id: Vestby, name: Vestby Kommune}
datasets:
  - {folder: data}
  - {folder: more}
models:
  - {adapter: replay, id: god, screenings: "god-{dataset}.jsonl", vendor: Eksempel A/S}
  - {adapter: replay, id: anden, screenings: "anden-{dataset}.jsonl", vendor: Eksempel A/S}
  - {adapter: silent}
schedule: "0 7 1 * *"
timezone: Europe/Copenhagen
gates:
  - {measure: defectF1, min: 0.05}
  - {measure: defectF1, min: 0.6}
  - {measure: cleanFalseAlarmRate, max: 0.05}
  - {measure: averagePrecision, min: 0.5}
  - {measure: findingsPerCase, max: 3}
decisionsFile: decisions.yaml
`;

/** Writes a month of the cluster: data, answers, decisions and the cluster file. */
export async function writeRichMonth(folder: string, month: RichMonth): Promise<void> {
  const october = month === '2026-10';
  await mkdir(join(folder, 'data'), { recursive: true });
  await writeFile(join(folder, 'data/changes.jsonl'), toLines(october ? richChanges : []));
  await writeSmallDataset(
    join(folder, 'data'),
    {
      test: {
        cases: casesOf(month),
        labels: placesOf(month).map((at) => labelOf(at, month)),
        annotations: annotationsOf(month),
      },
    },
    { version: october ? '2' : '1', labelVersion: month, changes: 'changes.jsonl' },
  );
  await writeSmallDataset(
    join(folder, 'more'),
    { test: { cases: moreCases(), labels: moreLabels() } },
    { id: 'more', titleDa: 'Flere', titleEn: 'More' },
  );
  const { god, anden } = answersOf(month);
  await writeFile(join(folder, 'god-small.jsonl'), toLines(god));
  await writeFile(join(folder, 'anden-small.jsonl'), toLines(anden));
  for (const model of ['god', 'anden']) {
    const version = model === 'god' && october ? '2' : '1';
    const answers = moreLabels().map(({ caseId, defects }, at) =>
      answer(
        model,
        version,
        caseId,
        defects.filter(() => at % 2 === 0).map(({ code }) => ({ code })),
      ),
    );
    await writeFile(join(folder, `${model}-more.jsonl`), toLines(answers));
  }
  await writeFile(join(folder, 'cluster.yaml'), richCluster);
  await writeFile(
    join(folder, 'decisions.yaml'),
    `- {date: 2026-09-03, code: x1, decision: Skal altid findes., by: klyngen}
${october ? '- {date: 2026-10-02, case: c11, decision: Facit rettes., by: klyngen}\n- {date: 2026-10-02, case: m3, code: y1, decision: Afvent., by: klyngen}\n' : ''}`,
  );
}
