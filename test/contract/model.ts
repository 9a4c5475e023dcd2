import { afterEach, describe, expect, it } from 'vitest';
import { ModelCallError, ModelThrottledError } from '../../datasets/errors.ts';
import type { Model } from '../../evals/ports.ts';
import { toScreening } from '../../evals/steps/to-screening.ts';
import { smallCase } from '../support/small-dataset.ts';

/** What the service behind the model does with the next questions. */
export type Behaviour =
  /** Answers with these findings. */
  | { kind: 'answers'; findings: readonly object[] }
  | { kind: 'abstains' }
  /** Says that it is busy, where it can with a wait of two seconds. */
  | { kind: 'throttles' }
  /** Fails in a way that asking again may mend (a 500). */
  | { kind: 'fails' }
  /** Refuses the question for good (a 400). */
  | { kind: 'refuses' }
  /** Does not answer before it is told to stop. */
  | { kind: 'hangs' }
  /** Answers with what is no screening. */
  | { kind: 'babbles' };

export interface ModelUnderTest {
  model: Model;
  dispose(): Promise<void>;
  /** Questions that the service has been asked. */
  asked(): number;
}

export interface ModelContract {
  create(behaviour: Behaviour): Promise<ModelUnderTest>;
  /** Behaviours that a model of this kind cannot show: a baseline is never busy. */
  without?: readonly Behaviour['kind'][];
}

const requestId = 'ab'.repeat(32);
const options = { repeat: 0, requestId };
const finding = {
  findingId: 'f1',
  text: 'Afstand til skel mangler på situationsplanen: æøå ÆØÅ',
  code: 'x1',
  citations: ['BR18 § 177, nr. 2'],
  evidence: [{ documentId: 'a', page: 1 }],
};

/** What every Model holds to. */
export function describeModel(name: string, { create, without = [] }: ModelContract) {
  describe(`Model: ${name}`, () => {
    const open: ModelUnderTest[] = [];
    const start = async (behaviour: Behaviour): Promise<ModelUnderTest> => {
      const made = await create(behaviour);
      open.push(made);
      return made;
    };
    afterEach(async () => {
      for (const made of open.splice(0)) await made.dispose();
    });
    const may = (kind: Behaviour['kind']): ((name: string, test: () => Promise<void>) => void) =>
      without.includes(kind) ? () => undefined : it;
    const never = () => new AbortController().signal;

    it('has an id and a version that stay', async () => {
      const { model } = await start({ kind: 'answers', findings: [] });
      expect(model.id).toMatch(/^[\p{L}\p{N}]/u);
      expect(model.version).not.toBe('');
    });

    it('gives a valid screening, the same for the same question, and leaves the case as it was', async () => {
      const { model } = await start({ kind: 'answers', findings: [] });
      const shown = smallCase('c1');
      const before = JSON.stringify(shown);
      const answers = [];
      for (let time = 0; time < 2; time += 1) {
        const answer = await model.screen(shown, { ...options, signal: never() });
        answers.push(toScreening(model, 'c1', 0, answer));
      }
      expect(answers[0]).toMatchObject({ status: 'answered', caseId: 'c1' });
      expect(answers[1]).toEqual(answers[0]);
      expect(JSON.stringify(shown)).toBe(before);
    });

    may('answers')('answers a case, Danish letters whole', async () => {
      const { model, asked } = await start({ kind: 'answers', findings: [finding] });
      const shown = smallCase('c1');
      const before = JSON.stringify(shown);
      const answer = await model.screen(shown, { ...options, signal: never() });
      expect(answer.findings).toMatchObject([{ findingId: 'f1', text: finding.text, code: 'x1' }]);
      expect(answer.status ?? 'answered').toBe('answered');
      expect(JSON.stringify(shown)).toBe(before);
      expect(asked()).toBe(1);
    });

    may('answers')('finds nothing where there is nothing', async () => {
      const { model } = await start({ kind: 'answers', findings: [] });
      const answer = await model.screen(smallCase('c1'), { ...options, signal: never() });
      expect(answer.findings).toEqual([]);
      expect(answer.status ?? 'answered').toBe('answered');
    });

    may('answers')('answers many cases at once, each its own', async () => {
      const { model } = await start({ kind: 'answers', findings: [finding] });
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          model.screen(smallCase(`c${index}`), { ...options, signal: never() }),
        ),
      );
      for (const answer of answers) expect(answer.findings).toHaveLength(1);
    });

    may('abstains')('says so where it declines', async () => {
      const { model } = await start({ kind: 'abstains' });
      const answer = await model.screen(smallCase('c1'), { ...options, signal: never() });
      expect(answer).toMatchObject({ status: 'abstained', findings: [] });
    });

    may('throttles')('is busy: a ModelThrottledError, asked once', async () => {
      const { model, asked } = await start({ kind: 'throttles' });
      const answer = model.screen(smallCase('c1'), { ...options, signal: never() });
      await expect(answer).rejects.toBeInstanceOf(ModelThrottledError);
      expect(asked()).toBe(1);
    });

    may('fails')('fails: a ModelCallError that may be asked again, asked once', async () => {
      const { model, asked } = await start({ kind: 'fails' });
      const answer = model.screen(smallCase('c1'), { ...options, signal: never() });
      await expect(answer).rejects.toMatchObject({ name: 'ModelCallError', retryable: true });
      expect(asked()).toBe(1);
    });

    may('refuses')('refuses: a ModelCallError that is not asked again', async () => {
      const { model } = await start({ kind: 'refuses' });
      const answer = model.screen(smallCase('c1'), { ...options, signal: never() });
      await expect(answer).rejects.toBeInstanceOf(ModelCallError);
      await expect(answer).rejects.toMatchObject({ retryable: false });
    });

    may('hangs')('stops where it is told to', async () => {
      const { model } = await start({ kind: 'hangs' });
      const stop = new AbortController();
      const answer = model.screen(smallCase('c1'), { ...options, signal: stop.signal });
      setTimeout(() => stop.abort(), 50);
      await expect(answer).rejects.toBeDefined();
    });

    may('babbles')('hands on what is no screening as an invalid answer, and does not throw', async () => {
      const { model } = await start({ kind: 'babbles' });
      const answer = await model.screen(smallCase('c1'), { ...options, signal: never() });
      expect(answer).toMatchObject({ status: 'invalid', findings: [] });
      expect(answer.error?.kind).toBeTruthy();
    });
  });
}
