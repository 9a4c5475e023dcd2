import type { Policy } from '../../evals/matching/policy.ts';
import type { Screening } from '../../evals/screening/screening.ts';
import {
  confusionByGroup,
  confusionOfCodes,
  countCitationsNaively,
  countPlaces,
  distinctCitations,
  hasPlan,
  judgeQuotes,
  type NaiveAnswer,
  type SetCount,
  settle,
  typesNaively,
} from './naive-case.ts';
import { naiveLevels } from './naive-citations.ts';
import { divide, type NaiveFigure, NaiveTally, sum } from './naive-tally.ts';
import type { AnsweredCase } from './scoring-data.ts';

export interface NaiveScores {
  figures: Record<string, NaiveFigure>;
  /** Figures whose n is shown otherwise. */
  values: Record<string, number | null>;
  /** Zeros are left out. */
  counts: Record<string, number>;
  curve: { confidence: number | null; precision: number; recall: number }[];
}

const policies: readonly Policy[] = ['strict', 'standard', 'lenient'];

type Ranked = { confidence: number | null; hit: boolean };

/**
 * The figures as a reader of the scoring page would count them by hand, by own reading of citations, own
 * similarity and own matching. Knows the small taxonomy and the provisions of the arbitraries only.
 */
export function scoreNaively(data: readonly AnsweredCase[], policy: Policy): NaiveScores {
  const recount = new Recount(policy, data[0]!.screenings.length);
  for (const each of data) for (const screening of each.screenings) recount.add(each, screening);
  return recount.finish(data);
}

class Recount {
  readonly #policy: Policy;
  readonly #repeats: number;
  readonly #tally = new NaiveTally();
  readonly #counts: Record<string, number> = {};
  readonly #ranked: Ranked[] = [];
  #gaveOutcome = false;

  constructor(policy: Policy, repeats: number) {
    this.#policy = policy;
    this.#repeats = repeats;
  }

  add(each: AnsweredCase, screening: Screening): void {
    const { caseShown } = each;
    const family = each.family ?? caseShown.caseId;
    const answered = screening.status === 'answered';
    this.#count('planned', this.#repeats);
    this.#count(screening.status, this.#repeats);
    if (screening.error !== undefined) this.#count(`error ${screening.error.kind}`, this.#repeats);
    this.#tally.note('coverage', family, answered ? 1 : 0, 1);
    const answer = settle(each, screening, this.#policy);
    for (const policy of policies) {
      const { tp, fp, fn, neutral, duplicates } =
        policy === this.#policy ? answer : settle(each, screening, policy);
      for (const [name, count] of Object.entries({ tp, fp, fn, neutral, duplicates })) {
        this.#count(`${policy} ${name}`, count);
      }
      this.#tally.noteConfusion(policy, family, tp, fp, fn);
    }
    const { tp, fp, fn } = answer;
    if (answered) this.#tally.noteConfusion('selective', family, tp, fp, fn);
    this.#tally.noteConfusion('codeSet', family, ...confusionOfCodes(each, answer));
    this.#addSlice('headline', family, tp, fp, fn);
    this.#addSlice(`caseType:${caseShown.caseType}`, family, tp, fp, fn);
    if (each.label.transformOf === undefined) {
      this.#addSlice(`municipality:${caseShown.municipality}`, family, tp, fp, fn);
    }
    for (const [group, ...counts] of confusionByGroup(answer)) {
      this.#addSlice(`group:${group}`, family, ...counts);
    }
    this.#addCase(each, screening, family, answer);
    this.#addDefects(each, family, answer);
    this.#addFindings(each, family, answer);
    this.#addCitations(each, family, answer);
  }

  #addSlice(name: string, family: string, tp: number, fp: number, fn: number): void {
    this.#tally.noteConfusion(name, family, tp, fp, fn);
    for (const [kind, count] of Object.entries({ tp, fp, fn })) this.#count(`${name} ${kind}`, count);
  }

  #addCase(each: AnsweredCase, screening: Screening, family: string, { tp, fp, fn }: NaiveAnswer): void {
    const note = (name: string, is: boolean) => this.#tally.note(name, family, is ? 1 : 0, 1);
    const answered = screening.status === 'answered';
    const abstained = screening.status === 'abstained';
    if (each.label.defects.some(({ role }) => role === 'required')) note('caught', tp > 0);
    else {
      if (screening.repeat === 0) this.#count('complete cases', this.#repeats);
      note('passed', answered && fp === 0);
      note('false alarm', answered && fp > 0);
      note('abstained', abstained);
      note('failed', !answered && !abstained);
      note('false-alarm rate', !answered || fp > 0);
    }
    note('exact', answered && fp === 0 && fn === 0);
    note('outcome', answered && screening.outcome === each.label.outcome);
    if (answered && screening.outcome !== undefined) this.#gaveOutcome = true;
  }

  #addDefects({ caseShown, label }: AnsweredCase, family: string, { missed }: NaiveAnswer): void {
    for (const defect of label.defects) {
      const found = missed.includes(defect) ? 0 : 1;
      if (defect.role !== 'required') {
        this.#tally.note(`${defect.role} recall`, family, found, 1);
        continue;
      }
      this.#tally.note(`severity:${defect.severity} recall`, family, found, 1);
      if (defect.severity === 'critical') this.#tally.note('critical recall', family, found, 1);
      for (const type of typesNaively(defect.evidence, caseShown)) {
        this.#tally.note(`documentType:${type} recall`, family, found, 1);
      }
      if (found === 0) this.#count(`missed ${defect.code}`, 1);
    }
  }

  #addFindings(each: AnsweredCase, family: string, answer: NaiveAnswer): void {
    this.#tally.note('findings per case', family, answer.found.length, 1);
    this.#tally.note('duplicates per case', family, answer.duplicates, 1);
    for (const { finding, defect } of answer.found) {
      for (const verdict of ['verbatim', 'fabricated']) {
        for (const quote of judgeQuotes(each, finding)) {
          this.#tally.note(`${verdict} quotes`, family, quote === verdict ? 1 : 0, 1);
        }
      }
      if (defect !== undefined && defect.role !== 'required') continue;
      const hit = defect !== undefined;
      this.#ranked.push({ confidence: finding.confidence ?? null, hit });
      for (const type of typesNaively(finding.evidence, each.caseShown)) {
        this.#tally.note(`documentType:${type} precision`, family, hit ? 1 : 0, 1);
      }
      if (!hit) this.#count(`false alarm ${finding.code ?? 'without a code'}`, 1);
    }
  }

  #addCitations({ caseShown }: AnsweredCase, family: string, answer: NaiveAnswer): void {
    const plan = hasPlan(caseShown);
    for (const level of naiveLevels) {
      const { given, besides } = countCitationsNaively(answer, level, plan);
      this.#addSets(`given match ${level}`, family, given);
      this.#addSets(`overall ${level}`, family, [...given, ...besides]);
    }
    this.#addSets('evidence', family, countPlaces(answer));
    for (const [places] of countPlaces(answer)) this.#tally.note('places per finding', family, places, 1);
    for (const { finding } of answer.found) {
      const citations = distinctCitations(finding, plan);
      const nonexistent = citations.filter(({ validity }) => validity === 'nonexistent').length;
      for (const { validity, tooBroad } of citations) {
        this.#count('written', 1);
        this.#count(`citations ${validity}`, 1);
        if (tooBroad) this.#count('too broad', 1);
        const checked = ['valid', 'outdated', 'nonexistent'].includes(validity);
        this.#tally.note('unchecked', family, checked ? 0 : 1, 1);
        if (checked) this.#tally.note('fabrication', family, validity === 'nonexistent' ? 1 : 0, 1);
      }
      this.#tally.note('findings with nonexistent', family, nonexistent > 0 ? 1 : 0, 1);
    }
  }

  #addSets(name: string, family: string, counts: readonly SetCount[]): void {
    for (const [cited, citedHits, gold, goldHits] of counts) {
      this.#tally.note(`${name} precision`, family, citedHits, cited);
      this.#tally.note(`${name} recall`, family, goldHits, gold);
    }
  }

  #count(name: string, count: number): void {
    this.#counts[name] = (this.#counts[name] ?? 0) + count / this.#repeats;
  }

  finish(data: readonly AnsweredCase[]): NaiveScores {
    const figures: Record<string, NaiveFigure> = {};
    const repeats = this.#repeats;
    for (const name of ratios) figures[name] = this.#tally.figure(name, repeats);
    if (!this.#gaveOutcome) figures.outcome = { value: null, items: 0, cases: 0 };
    const slices = ['group', 'caseType', 'municipality'].flatMap((kind) =>
      this.#tally.idsOf(kind).map((id) => `${kind}:${id}`),
    );
    for (const name of ['headline', ...policies, 'selective', 'codeSet', ...slices]) {
      Object.assign(figures, this.#tally.rates(name, repeats));
    }
    for (const id of this.#tally.idsOf('severity')) {
      figures[`severity:${id} recall`] = this.#tally.figure(`severity:${id} recall`, repeats);
    }
    for (const id of this.#tally.idsOf('documentType')) {
      for (const side of ['precision', 'recall']) {
        figures[`documentType:${id} ${side}`] = this.#tally.figure(`documentType:${id} ${side}`, repeats);
      }
    }
    const counted = Object.entries(this.#counts).filter(([, count]) => count > 0);
    return {
      figures,
      values: this.#values(data, figures),
      counts: Object.fromEntries(counted),
      curve: this.#curve(data),
    };
  }

  #values(data: readonly AnsweredCase[], figures: Record<string, NaiveFigure>): NaiveScores['values'] {
    const values: NaiveScores['values'] = {};
    for (const name of means) values[name] = this.#tally.figure(name, this.#repeats).value;
    for (const name of ['evidence', ...scopes]) {
      values[`${name} f1`] = harmonic(figures[`${name} precision`]!.value, figures[`${name} recall`]!.value);
    }
    const count = (name: string) => this.#counts[`${this.#policy} ${name}`] ?? 0;
    values.f2 = divide(5 * count('tp'), 5 * count('tp') + 4 * count('fn') + count('fp'));
    const sought = data.flatMap(({ label }) => label.defects).filter(({ role }) => role === 'required');
    const groups = [...new Set(sought.map(({ code }) => code.slice(0, 1)))];
    const inGroups = groups.map((group) => this.#tally.f1(`group:${group}`, 1).value!);
    values['macro f1'] = divide(sum(inGroups), groups.length);
    const curve = this.#curve(data);
    values['average precision'] =
      sought.length === 0 || !this.#gaveConfidence()
        ? null
        : sum(curve.map(({ precision, recall }, at) => (recall - (curve[at - 1]?.recall ?? 0)) * precision));
    return values;
  }

  #gaveConfidence(): boolean {
    return this.#ranked.some(({ confidence }) => confidence !== null);
  }

  /** At each confidence: all findings of that or more; those without one come in last. */
  #curve(data: readonly AnsweredCase[]): NaiveScores['curve'] {
    const sought = data
      .flatMap(({ label }) => label.defects)
      .filter(({ role }) => role === 'required').length;
    if (sought === 0 || !this.#gaveConfidence()) return [];
    const thresholds = [...new Set(this.#ranked.map(({ confidence }) => confidence))];
    thresholds.sort((a, b) => (b ?? -1) - (a ?? -1));
    return thresholds.map((threshold) => {
      const above = this.#ranked.filter(({ confidence }) => (confidence ?? -1) >= (threshold ?? -1));
      const hits = above.filter(({ hit }) => hit).length;
      return {
        confidence: threshold,
        precision: hits / above.length,
        recall: hits / (sought * this.#repeats),
      };
    });
  }
}

const scopes = ['given match', 'overall'].flatMap((scope) => naiveLevels.map((level) => `${scope} ${level}`));
const means = ['findings per case', 'duplicates per case', 'places per finding'];
const ratios = [
  ...['coverage', 'caught', 'exact', 'outcome', 'critical recall', 'advisory recall', 'contested recall'],
  ...['passed', 'false alarm', 'abstained', 'failed', 'false-alarm rate'],
  ...['fabrication', 'unchecked', 'findings with nonexistent', 'verbatim quotes', 'fabricated quotes'],
  ...['evidence', ...scopes].flatMap((name) => [`${name} precision`, `${name} recall`]),
];

/** Undefined only where there is nothing cited and nothing to cite; one side alone is 0. */
function harmonic(precision: number | null, recall: number | null): number | null {
  if (precision === null && recall === null) return null;
  if (precision === null || recall === null || precision + recall === 0) return 0;
  return (2 * precision * recall) / (precision + recall);
}
