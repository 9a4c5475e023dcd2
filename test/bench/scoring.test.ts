import { expect, it } from 'vitest';
import { models } from '../../bench/scoring/make-answers.ts';
import { computeNaively, toNaiveCase } from '../../bench/scoring/naive-figures.ts';
import { goldGroups, scoreMade } from '../../bench/scoring/score-made.ts';
import { builtInCatalogue } from '../../datasets/rules/built-in-catalogue.ts';
import { MatchClasses } from '../../evals/scores/chance/match-classes.ts';
import { ModelSummariser } from '../../evals/scores/summarise-model.ts';

it('sums up as the plain definitions do, for models with and without confidence', () => {
  const [cases, seed] = [400, 'scoring test'];
  const classes = new MatchClasses('standard', builtInCatalogue());
  const modelsAt = [0, 3];
  const scored = [...scoreMade(cases, modelsAt, seed)];
  const groups = goldGroups.filter((group) =>
    scored.some(([each]) =>
      toNaiveCase(each!)
        .groups.get(group)
        ?.some((count, place) => place !== 1 && count > 0),
    ),
  );
  for (const [place, at] of modelsAt.entries()) {
    const options = { policy: 'standard', goldGroups: groups, seed, relations: new Map(), classes } as const;
    const summariser = new ModelSummariser(models[at]!, options);
    for (const each of scored) summariser.add(each[place]!);
    const { defects, separation, evidence, confidence } = summariser.finish().result;
    const figures: Record<string, unknown> = { ...defects, ...separation, ...evidence, ...confidence };
    const naive = computeNaively(
      scored.map((each) => toNaiveCase(each[place]!)),
      groups,
    );
    for (const [name, expected] of Object.entries(naive)) {
      const { value } = figures[name] as { value: number | null };
      if (at === 3 && /confidence|averagePrecision|brierScore/iu.test(name)) expect(value, name).toBeNull();
      else expect(value, name).toBeCloseTo(expected, 9);
    }
  }
});

it('makes the same cases and answers from the same seed, whoever else is asked', () => {
  const alone = [...scoreMade(20, [2], 'seed')].map(([each]) => each!.score);
  const beside = [...scoreMade(20, [0, 2], 'seed')].map(([, each]) => each!.score);
  expect(alone).toEqual(beside);
});
