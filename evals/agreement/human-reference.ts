import type { Case } from '../../datasets/case.ts';
import type { Annotation, Label } from '../../datasets/label.ts';
import { type ScoringContext, scoreCase } from '../scores/score-case.ts';
import { compareText } from '../statistics/compare-text.ts';
import { Agreement } from './agreement.ts';
import { consensusesOfOthers } from './build-consensus.ts';
import { addCounts, countScore, noCounts } from './case-counts.ts';
import { ConsensusTally } from './consensus-tally.ts';
import { computeMeanF1 } from './mean-f1.ts';
import type { People } from './people-result.ts';
import { screenAnnotation } from './screen-annotation.ts';

type Figures = Omit<People, 'annotationsHash' | 'models'>;

/**
 * Caseworkers measured against each other, from cases added one at a time in any order. It keeps the
 * leave-one-out consensuses of the cases that at least two labelled, for the models to be scored against.
 */
export class HumanReference {
  readonly #context: ScoringContext;
  readonly #agreement = new Agreement();
  readonly #average = new ConsensusTally();
  readonly #annotators = new Map<string, ConsensusTally>();
  readonly #consensuses = new Map<string, Label[]>();
  readonly #counts = { annotations: 0, cases: 0, pairedCases: 0 };

  constructor(context: ScoringContext) {
    this.#context = context;
  }

  /** A planned case and who labelled it, maybe nobody. */
  add(caseShown: Case, people: readonly Annotation[]): void {
    this.#counts.annotations += people.length;
    this.#counts.cases += Number(people.length > 0);
    for (const { annotatorId } of people) {
      if (!this.#annotators.has(annotatorId)) this.#annotators.set(annotatorId, new ConsensusTally());
    }
    if (people.length >= 2) this.#addPaired(caseShown, people);
  }

  /** For each annotator of a case the consensus of the others; none where fewer than two labelled it. */
  consensusesOf(caseId: string): readonly Label[] {
    return this.#consensuses.get(caseId) ?? [];
  }

  figures(seedOf: (...name: string[]) => string): Figures {
    const annotators = [...this.#annotators].sort(([a], [b]) => compareText(a, b));
    return {
      ...this.#counts,
      ...this.#agreement.figures(seedOf),
      meanF1: computeMeanF1(
        annotators.map(([, tally]) => tally),
        seedOf('meanF1'),
      ),
      human: this.#average.figures(),
      annotators: annotators.map(([annotatorId, tally]) => ({ annotatorId, ...tally.figures() })),
    };
  }

  #addPaired(caseShown: Case, people: readonly Annotation[]): void {
    const { caseId, localRules } = caseShown;
    const family = this.#context.families?.get(caseId) ?? caseId;
    const consensuses = consensusesOfOthers(people, { ...this.#context, localRules });
    this.#counts.pairedCases += 1;
    this.#agreement.add(family, people);
    this.#consensuses.set(caseId, consensuses);
    const sum = noCounts();
    for (const [at, annotation] of people.entries()) {
      const screening = screenAnnotation(annotation);
      const score = scoreCase(caseShown, consensuses[at]!, [screening], this.#context);
      const counts = countScore(score, this.#context.policy);
      addCounts(sum, counts);
      this.#annotators.get(annotation.annotatorId)!.add(caseId, family, counts, 1);
    }
    this.#average.add(caseId, family, sum, people.length);
  }
}
