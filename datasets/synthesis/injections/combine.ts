import type { Random } from '../../../evals/statistics/random.ts';
import { between } from '../draw.ts';
import type { CaseType } from '../project.ts';
import { injections } from './all.ts';
import type { Injection } from './injection.ts';

/** What an injection changes; two that change the same thing are not brought into one case. */
const touches: Record<string, readonly string[]> = {
  'nature-line': ['lines'],
  'line-before-road': ['lines'],
  'fossil-heating': ['heating'],
  'register-data-missing': ['heating'],
  'fire-class-missing': ['fire', 'near'],
  // Without a fire class nothing says that a wall near the boundary is EI 60.
  'house-near-neighbour': ['near'],
  'house-near-road': ['near'],
  'fire-class-too-low': ['fire'],
  'fire-start-missing': ['fire'],
  'response-missing': ['fire'],
  'smoke-vents-missing': ['fire'],
  'thatch-near': ['fire', 'hidden', 'plan'],
  'structure-class-missing': ['structure'],
  'structure-class-too-low': ['structure'],
  'structure-start-missing': ['structure'],
  'rain-missing': ['rain'],
  'infiltration-without-application': ['rain'],
  'plan-size': ['plan'],
  'plan-line': ['plan'],
  'plan-appearance': ['plan'],
  'plan-use': ['plan', 'use'],
  'dispensation-missing': ['plan', 'letter'],
  'hearing-missing': ['plan'],
  begun: ['letter'],
  'lift-missing': ['plan'],
  'height-differs': ['section'],
  'drawn-house-near': ['drawn', 'near', 'site', 'distance', 'plans', 'world', 'lines'],
  'drawn-holiday-near': ['drawn', 'site', 'distance', 'plans', 'world', 'lines'],
  'drawn-terrace-near': ['drawn', 'site', 'distance', 'plans', 'world', 'lines'],
  'drawn-too-high': ['drawn', 'section', 'world'],
  'drawn-holiday-too-high': ['drawn', 'section', 'world'],
  'drawn-outbuilding-too-high': ['drawn', 'section', 'world'],
  'section-missing': ['section', 'hidden'],
  'facades-missing': ['section'],
  'plan-differs': ['plans', 'area'],
  'plan-missing': ['plans'],
  'use-differs': ['plans', 'use'],
  'use-missing': ['use', 'plan'],
  'sheet-without-scale': ['plans', 'site', 'section'],
  'distance-differs': ['site', 'distance'],
  'distances-missing': ['site', 'hidden'],
  'site-plan-missing': ['site', 'hidden'],
  'levels-missing': ['site', 'hidden'],
  'area-differs': ['area'],
  'ratio-wrong': ['area'],
  'ratio-over': ['area', 'world'],
  'chapter-missing': ['declaration'],
  'declaration-missing': ['declaration'],
  'authority-missing': ['authority'],
  'authority-one-of-two': ['authority'],
  'demolition-height-missing': ['demolition'],
  'demolition-unsigned': ['demolition'],
  'tent-without-permit': ['tent'],
  'tent-late-notice': ['tent'],
  'steps-at-door': ['world'],
  'floor-below-terrain': ['world'],
};

function touchedBy({ id, where, code }: Injection): readonly string[] {
  const own = touches[id] ?? [];
  // What a missing drawing would have shown cannot be seen to be wrong; a wrong cadastral number needs its document.
  const seen = where === 'number' || where === 'relation' ? ['hidden'] : [];
  const documents =
    where === 'absence' || code === 'modstrid_ejendomsidentifikation' ? ['documents:one'] : [];
  return [
    ...own,
    ...seen,
    ...(documents.length > 0 && code === 'modstrid_ejendomsidentifikation'
      ? ['absence']
      : where === 'absence'
        ? ['absence:any']
        : []),
  ];
}

function agree(one: Injection, other: Injection): boolean {
  if (one.code === other.code || one.brings?.includes(other.code) || other.brings?.includes(one.code))
    return false;
  const [a, b] = [touchedBy(one), touchedBy(other)];
  if (
    (a.includes('absence') && b.includes('absence:any')) ||
    (b.includes('absence') && a.includes('absence:any'))
  )
    return false;
  return !a.some((each) => b.includes(each) && (each !== 'hidden' || hides(one) || hides(other)));
}

function hides({ id }: Injection): boolean {
  return touches[id]?.includes('hidden') ?? false;
}

/** Two to four injections that can stand in one case of this type. */
export function drawCombination(caseType: CaseType, random: Random): Injection[] {
  const wanted = between(random, 2, 4, 1);
  const chosen: Injection[] = [];
  const open = injections.filter(({ caseTypes }) => caseTypes.includes(caseType));
  for (let attempt = 0; attempt < 40 && chosen.length < wanted && open.length > 0; attempt += 1) {
    const next = open[random.below(open.length)]!;
    if (chosen.every((each) => agree(each, next))) chosen.push(next);
  }
  return chosen;
}
