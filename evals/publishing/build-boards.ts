import { ArtifactError } from '../../datasets/errors.ts';
import { fingerprintOf } from '../signing/public-key.ts';
import { compareText } from '../statistics/compare-text.ts';
import { INTERVAL_LEVEL } from '../statistics/interval.ts';
import type { Board, StatedResult } from './board.ts';
import { isHeld, isOwnBaseline, type Withdrawal } from './consent.ts';
import { type RankedModel, rankPublished } from './rank-published.ts';
import type { PublishedRun } from './read-publication.ts';

/** One result of one model, with what its pairs are tested on. */
interface Stated extends RankedModel {
  run: PublishedRun;
  stated: StatedResult;
}

export interface BoardsOptions {
  /** Consents that were taken back, of which the publications may not tell yet. */
  withdrawn?: readonly Withdrawal[];
  /** Told of a publication that was scored by other labels than the first of its board; it is left out. Absent: it stops all. */
  leaveOut?: (because: ArtifactError) => void;
}

/**
 * The boards of all publications, one for each comparability key: the newest version of a data set first. A model without a
 * consent that holds is left out before anything is tested, and nothing tells of it. The order of the publications
 * changes nothing.
 * @throws {ArtifactError} where results of one key were scored by different labels
 */
export function buildBoards(
  runs: readonly PublishedRun[],
  { withdrawn = [], leaveOut = stop }: BoardsOptions = {},
): Board[] {
  const withdrawals = [
    ...withdrawn,
    ...runs.flatMap(({ publication }) => [
      ...publication.withdrawn,
      ...publication.models.flatMap(({ id, consent }) =>
        consent?.withdrawn === undefined ? [] : [{ model: id, date: consent.withdrawn }],
      ),
    ]),
  ];
  const shown = runs
    .toSorted((a, b) => compareText(a.name, b.name))
    .flatMap((run) => {
      return run.result.models.flatMap((result, at): Stated[] => {
        const { consent } = run.publication.models[at]!;
        const held = consent === null ? isOwnBaseline(result.model) : isHeld(consent, withdrawals);
        return held ? [{ run, result, counts: run.counts[at]!, stated: stateResult(run, at) }] : [];
      });
    });
  const byKey = Map.groupBy(shown, ({ run }) => run.result.comparabilityKey);
  const boards = [...byKey.values()].map((all) => buildBoard(ofOneGold(all, leaveOut)));
  const newest = new Map<string, string>();
  for (const { dataset } of boards) {
    const known = newest.get(dataset.id);
    if (known === undefined || compareVersions(dataset.version, known) > 0)
      newest.set(dataset.id, dataset.version);
  }
  return boards
    .map((board) => ({ ...board, current: newest.get(board.dataset.id) === board.dataset.version }))
    .sort(
      (a, b) =>
        Number(b.current) - Number(a.current) ||
        compareText(a.dataset.id, b.dataset.id) ||
        compareVersions(b.dataset.version, a.dataset.version) ||
        compareText(b.updated, a.updated) ||
        compareText(a.comparabilityKey, b.comparabilityKey),
    );
}

/** Part by part, nothing before numbers and numbers before words: 10.0.0 is later than 9.0.0. */
export function compareVersions(a: string, b: string): number {
  const [inA, inB] = [a.split(/[.-]/u), b.split(/[.-]/u)];
  for (let at = 0; at < Math.max(inA.length, inB.length); at += 1) {
    const [x = '', y = ''] = [inA[at], inB[at]];
    if (x === y) continue;
    const kinds = kindOfPart(x) - kindOfPart(y);
    return kinds || (kindOfPart(x) === 1 && Number(x) - Number(y)) || compareText(x, y);
  }
  return 0;
}

function kindOfPart(part: string): 0 | 1 | 2 {
  if (part === '') return 0;
  return /^\d+$/u.test(part) ? 1 : 2;
}

function buildBoard(all: readonly Stated[]): Board {
  const latest = [...Map.groupBy(all, ({ result }) => result.model.id).values()].map((ofModel) =>
    ofModel.toSorted(byStanding),
  );
  const standing = latest.map(([first]) => first!);
  const { result, publication } = standing.toSorted((a, b) => byStanding(a, b))[0]!.run;
  const { pairs, ranks } = rankPublished(standing, result.comparabilityKey);
  return {
    schema: 'maalestok.board.v1',
    comparabilityKey: result.comparabilityKey,
    comparability: result.comparability,
    dataset: result.dataset,
    about: publication.dataset,
    current: true,
    updated: all.map(({ stated }) => stated.published).reduce((a, b) => (a > b ? a : b)),
    level: INTERVAL_LEVEL,
    entries: ranks.map((rank) => ({
      ...standing.find((each) => each.result.model.id === rank.id)!.stated,
      rank,
    })),
    pairs,
    earlier: latest
      .flatMap(([, ...others]) => others)
      // A baseline of ours stands in every run: its earlier ones tell nothing.
      .filter(({ stated }) => stated.model.kind !== 'baseline')
      .toSorted(byTime)
      .map(({ stated }) => stated),
  };
}

/** What we ran ourselves stands before what was reported to us, whenever that was; then the latest. */
function byStanding(a: Stated, b: Stated): number {
  const ours = ({ stated }: Stated) => Number(stated.model.provenance === 'run-by-us');
  return ours(b) - ours(a) || byTime(a, b);
}

function byTime(a: Stated, b: Stated): number {
  return (
    compareText(b.stated.measured, a.stated.measured) ||
    compareText(b.stated.published, a.stated.published) ||
    compareText(b.run.name, a.run.name) ||
    compareText(a.stated.model.id, b.stated.model.id)
  );
}

function stateResult({ name, publication, result, signature }: PublishedRun, at: number): StatedResult {
  const model = result.models[at]!;
  const { consent, cost } = publication.models[at]!;
  const { transfer: _, ...entry } = model.model;
  return {
    id: name,
    model: entry,
    measured: publication.measured,
    published: publication.published,
    consent: consent?.date ?? null,
    counts: model.counts,
    figures: {
      defectF1: model.defects.f1,
      citationHf1: model.citations.overall.hierarchical.f1,
      cleanFalseAlarmRate: model.completeCases.falseAlarmRate,
      criticalRecall: model.defects.criticalRecall,
      chanceAdjustedF1: model.chance.adjustedF1,
    },
    cost,
    caseTypes: model.slices.caseType.map(({ id, f1 }) => ({ id, f1 })),
    signature: {
      signedBy: signature.signedBy,
      fingerprint: fingerprintOf(Buffer.from(signature.publicKey, 'base64')),
      source: publication.source.sha256,
    },
  };
}

/** One key says that all were scored by the same labels: those of the publication that came first. */
function ofOneGold(all: readonly Stated[], leaveOut: (because: ArtifactError) => void): Stated[] {
  const first = all.reduce((a, b) => (byArrival(a, b) <= 0 ? a : b));
  const same = ({ counts }: Stated) =>
    counts.gold === first.counts.gold && counts.families.length === first.counts.families.length;
  for (const name of new Set(all.filter((each) => !same(each)).map(({ run }) => run.name)))
    leaveOut(
      new ArtifactError(
        `Cannot put "${name}" on one board with "${first.run.name}": their labels or families of cases differ, expected the same under one comparability key. Publish one of them again`,
      ),
    );
  return all.filter(same);
}

function byArrival(a: Stated, b: Stated): number {
  return compareText(a.stated.published, b.stated.published) || compareText(a.run.name, b.run.name);
}

function stop(because: ArtifactError): never {
  throw because;
}
