import { parentPort, workerData } from 'node:worker_threads';
import { builtInCatalogue } from '../../datasets/rules/built-in-catalogue.ts';
import { MatchClasses } from '../../evals/scores/chance/match-classes.ts';
import { ModelSummariser } from '../../evals/scores/summarise-model.ts';
import { comparePair } from '../../evals/statistics/paired-difference.ts';
import { models } from './make-answers.ts';
import { goldGroups, scoreMade } from './score-made.ts';
import { packFamilies, type Summarised, type Task, unpackFamilies } from './task.ts';

const { seed } = workerData as { seed: string };

/** Scores the made cases for some of the models, and sums them up. */
function summarise(cases: number, modelsAt: readonly number[]): Summarised[] {
  const classes = new MatchClasses('standard', builtInCatalogue());
  const options = { policy: 'standard', goldGroups, seed, relations: new Map(), classes } as const;
  const summarisers = modelsAt.map((at) => new ModelSummariser(models[at]!, options));
  for (const scored of scoreMade(cases, modelsAt, seed)) {
    for (const [at, each] of scored.entries()) summarisers[at]!.add(each);
  }
  return summarisers.map((summariser, place) => {
    const { result, families } = summariser.finish();
    return { at: modelsAt[place]!, result, families: packFamilies(families) };
  });
}

parentPort!.on('message', (task: Task) => {
  if (task.kind === 'summarise') parentPort!.postMessage(summarise(task.cases, task.modelsAt));
  else {
    const { pair } = task;
    parentPort!.postMessage(comparePair({ ...pair, a: unpackFamilies(pair.a), b: unpackFamilies(pair.b) }));
  }
});
