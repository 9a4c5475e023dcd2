import { breachesOf } from './breaches.ts';
import { deriveFacts } from './derive-facts.ts';
import type { Draft, DraftDefect } from './project.ts';
import type { World } from './world.ts';

/** What the drawings show: the world, or a changed copy of it where the drawings alone tell of something else. */
export function drawnWorld({ world, drawn }: Draft): World {
  const copy = structuredClone(world);
  drawn?.(copy);
  return copy;
}

const drawings = ['situationsplan', 'plantegning_ny', 'snit', 'facade'];

/**
 * Rules that only the drawn world breaks. Evidence is the drawings' pages and the form's fields, in which the lawful
 * value stands.
 * @returns undefined where the drawings hide a breach of the world that the documents tell of
 */
export function drawnBreaches(draft: Draft, told: readonly DraftDefect[]): DraftDefect[] | undefined {
  if (draft.drawn === undefined) return [];
  const shown = { ...draft, world: drawnWorld(draft) };
  const all = breachesOf(shown, deriveFacts(shown));
  if (told.some(({ code }) => !all.some((each) => each.code === code))) return undefined;
  return all
    .filter(({ code }) => !told.some((each) => each.code === code))
    .map((each) => ({ ...each, types: drawings, note: `Kun på tegningerne: ${each.note}` }));
}
