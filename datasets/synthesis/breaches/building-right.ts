import type { Draft } from '../project.ts';
import type { Building } from '../world.ts';

/** What is built: new, without what stands there already. */
export function built(draft: Draft): Building[] {
  return draft.world.buildings.filter(({ state }) => state === 'new');
}

/** Whether the case's plan has a rule on one of these topics: then the building right steps back (BR18 § 166). */
export function regulates({ localRules }: Draft, topics: readonly string[]): boolean {
  return localRules.some(({ topic }) => topics.includes(topic));
}
