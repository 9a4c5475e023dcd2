import { createHash } from 'node:crypto';
import { ArtifactError, InputError } from '../../datasets/errors.ts';
import { parseLine } from '../../datasets/parse-line.ts';
import type { Result } from '../artifacts.ts';
import { canonicalHash } from '../canonical-hash.ts';
import type { BlobStore } from '../ports.ts';
import { runKeys } from '../run-keys.ts';
import type { BoardMeasure } from '../scores/board-measure.ts';
import { type CaseScore, CaseScoreSchema } from '../scores/case-score.ts';
import { countCase } from '../scores/count-case.ts';
import type { ModelResult, StatusCounts } from '../scores/model-result.ts';
import { Counts } from '../scores/tally.ts';
import { compareText } from '../statistics/compare-text.ts';
import type { FamilyCounts } from '../statistics/family-counts.ts';
import type { Figure } from '../statistics/interval.ts';
import { hashCaseIds } from './plan-run.ts';

/** One model's scores, read for one measure. */
export interface ModelScores {
  /** What to call the file. */
  file: string;
  /** Sums over the repeats, sorted by family. */
  families: FamilyCounts[];
  /** Of every score of every case, whatever their order. */
  fingerprint: string;
  /** Of what the labels say of each case: the same for all models that were scored by them. */
  goldHash: string;
}

/**
 * Streams `scores/<model>.jsonl` of a scored run, and checks that it is what the result was made of: the
 * cases of the comparability key, the same counts, the same figure.
 * @throws {ArtifactError} where the file is missing, damaged, or not the result's
 */
export async function readModelScores(
  store: BlobStore,
  result: Result,
  model: ModelResult,
  measure: BoardMeasure,
): Promise<ModelScores> {
  const key = runKeys.scores(model.model.id);
  const file = store.describe(key);
  const families = new Map<string, FamilyCounts>();
  const counts: StatusCounts = { planned: 0, answered: 0, abstained: 0, invalid: 0, timedOut: 0, failed: 0 };
  const caseIds: string[] = [];
  const hashes: string[] = [];
  const gold: string[] = [];
  for await (const { line, score } of scoresOf(store, key)) {
    requireModel(score, model, result, file);
    caseIds.push(score.caseId);
    hashes.push(createHash('sha256').update(line).digest('hex'));
    gold.push(describeGold(score));
    addCounts(families, score, result, measure);
    for (const { status } of score.repeats) {
      counts.planned += 1;
      counts[status] += 1;
    }
  }
  const sorted = [...families].sort(([a], [b]) => compareText(a, b)).map(([, each]) => each);
  if (hashCaseIds(caseIds) !== result.comparability.cases)
    throw stale(file, "its cases are not the result's");
  if (canonicalHash(counts) !== canonicalHash(model.counts)) {
    throw stale(file, "its counts of answers are not the result's");
  }
  if (!hasFigure(sorted, measure.read(model))) {
    throw stale(file, `its ${measure.name} is not the result's`);
  }
  return {
    file,
    families: sorted,
    fingerprint: canonicalHash(hashes.sort()),
    goldHash: canonicalHash(gold.sort()),
  };
}

async function* scoresOf(store: BlobStore, key: string): AsyncGenerator<{ line: string; score: CaseScore }> {
  const file = store.describe(key);
  let number = 0;
  try {
    const lines = await store.readLines(key);
    if (lines === null) throw stale(file, 'it is missing');
    for await (const line of lines) {
      number += 1;
      yield { line, score: parseLine(line, CaseScoreSchema, { file, line: number }) };
    }
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause;
    throw stale(file, 'it is damaged, or of another version of Målestok', { cause });
  }
}

function requireModel(score: CaseScore, { model }: ModelResult, result: Result, file: string): void {
  if (score.model.id !== model.id || score.model.version !== model.version) {
    throw stale(file, "its model or version is not the result's");
  }
  if (score.repeats.length !== result.comparability.protocol.repeats) {
    throw stale(file, `case "${score.caseId}" has ${score.repeats.length} repeats`);
  }
}

function addCounts(
  families: Map<string, FamilyCounts>,
  score: CaseScore,
  result: Result,
  measure: BoardMeasure,
): void {
  const { policy } = result.comparability;
  const counts = new Counts();
  countCase(counts, score, (repeat) => repeat.policies[policy]!);
  const { successes, items } = counts.get(measure.key);
  const more = measure.toCounts(successes, items);
  const family = score.family ?? score.caseId;
  const known = families.get(family);
  if (known === undefined) families.set(family, more);
  else {
    known.numerator += more.numerator;
    known.denominator += more.denominator;
  }
}

function describeGold({ caseId, family, complete, outcome, repeats }: CaseScore): string {
  const defects = repeats[0]!.defects.map(({ defectId, code, severity, role }) => [
    defectId,
    code,
    severity,
    role,
  ]);
  return JSON.stringify([caseId, family ?? caseId, complete, outcome, defects]);
}

/** Means over repeats and sums over them differ by rounding. */
const rounding = 1e-9;

function hasFigure(families: readonly FamilyCounts[], { value, cases }: Figure): boolean {
  let [numerator, denominator, counted] = [0, 0, 0];
  for (const family of families) {
    numerator += family.numerator;
    denominator += family.denominator;
    if (family.denominator > 0) counted += 1;
  }
  if (counted !== cases) return false;
  if (denominator === 0) return value === null;
  return value !== null && Math.abs(numerator / denominator - value) <= rounding;
}

function stale(file: string, is: string, options?: { cause: unknown }): ArtifactError {
  return new ArtifactError(
    `Cannot compare scores "${file}": ${is}, expected the scores that result.json was made of. \`maalestok score\` writes them again`,
    options,
  );
}
