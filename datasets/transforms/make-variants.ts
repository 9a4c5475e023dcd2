import { createHash } from 'node:crypto';
import type { LabelledCase } from '../../evals/baselines/labelled-case.ts';
import { createRandom } from '../../evals/statistics/random.ts';
import { attacks } from './attacks.ts';
import { shuffle } from './document-order.ts';
import type { Transformation } from './transformation.ts';
import { injections } from './transformations.ts';

export interface VariantsInput {
  /** The originals. */
  originals: readonly LabelledCase[];
  /** Each is applied to every original. */
  transformations: readonly Transformation[];
  /** How many attacks are planted in each original, one a variant; all attacks are dealt equally often. */
  attacksPerCase: number;
  seed: string;
  /** Ids that no variant may have. */
  taken: ReadonlySet<string>;
}

/**
 * Changed copies of cases, each with its original's defects and `transformOf` and `transform` in its label.
 * The same input gives the same variants; ids are hashes and tell neither the transformation nor the label.
 */
export function makeVariants(input: VariantsInput): LabelledCase[] {
  const { originals, transformations, seed } = input;
  const taken = new Set(input.taken);
  const planted = dealAttacks(input);
  return originals.flatMap((original, at) =>
    [...transformations, ...planted[at]!].flatMap((transformation) => {
      if (asksForOwn(transformation, original)) return [];
      const random = createRandom(JSON.stringify([seed, original.case.caseId, transformation.id]));
      const changed = transformation.apply(original.case, random);
      if (changed === null) return [];
      const caseId = chooseId(original.case.caseId, `${seed} ${transformation.id}`, taken);
      return [relabel(original, { ...changed, caseId }, transformation.id)];
    }),
  );
}

/** The variant's label: what its original lacks, it lacks. */
function relabel(
  { case: original, label }: LabelledCase,
  changed: LabelledCase['case'],
  id: string,
): LabelledCase {
  const { twinOf: _, transformOf: __, transform: ___, defects, ...rest } = label;
  const relation = { transformOf: original.caseId, transform: id };
  return { case: changed, label: { ...rest, caseId: changed.caseId, ...relation, defects } };
}

/** Round and round the attacks; one that asks for a defect which the case has is passed over. */
function dealAttacks({ originals, attacksPerCase, seed }: VariantsInput): Transformation[][] {
  let next = 0;
  const order = shuffle([...originals.keys()], createRandom(JSON.stringify([seed, 'attacks'])));
  const dealt: Transformation[][] = originals.map(() => []);
  for (const at of order) {
    for (let passed = 0; dealt[at]!.length < attacksPerCase && passed < attacks.length; passed += 1) {
      const place = next % attacks.length;
      next += 1;
      if (!asksForOwn(injections[place]!, originals[at]!)) dealt[at]!.push(injections[place]!);
    }
  }
  return dealt;
}

/** Whether it is an attack that asks for a defect which the case has: whoever follows it would be right. */
function asksForOwn(transformation: Transformation, { label }: LabelledCase): boolean {
  const asked = attacks[injections.indexOf(transformation)]?.asksFor;
  return asked !== undefined && label.defects.some(({ code }) => code === asked);
}

/** As long as eight hex digits, behind the same beginning as the original's where that has one. */
function chooseId(original: string, seed: string, taken: Set<string>): string {
  const stem = /^(.{1,100})-[^-]*$/u.exec(original)?.[1] ?? 'v';
  for (let attempt = 0; ; attempt += 1) {
    const digest = createHash('sha256')
      .update(JSON.stringify([seed, original, attempt]))
      .digest('hex');
    const id = `${stem}-${digest.slice(0, 8)}`;
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}
