import type { LocalRule } from '../../case.ts';
import { countedArea } from '../derive-facts.ts';
import type { Facts } from '../facts.ts';
import { leastDistance } from '../geometry.ts';
import type { Draft, DraftDefect, Topic } from '../project.ts';
import { trueAreas } from './true-areas.ts';

interface Held {
  code: string;
  topics: Topic[];
  fields: string[];
  /** The project's value, or undefined where it has none. */
  value: number | string | undefined;
}

/** What a plan's rules are held against, by their topic. */
function held(topic: string, draft: Draft, facts: Facts): Held | undefined {
  const { world } = draft;
  const built = world.buildings.filter(({ state }) => state === 'new');
  const houses = built.filter(({ use }) => use !== 'outbuilding');
  const work = houses.length > 0 ? houses : built;
  switch (topic) {
    case 'bebyggelsesprocent': {
      const { main, secondary, plot } = trueAreas(world);
      return {
        code: 'lokalplan_omfang',
        topics: ['ratio', 'areas'],
        fields: ['bebyggelsesprocent_oplyst_pct', 'grundareal_m2'],
        value: (100 * countedArea(main, secondary, facts)) / plot,
      };
    }
    case 'bygningshøjde':
      return {
        code: 'lokalplan_omfang',
        topics: ['height'],
        fields: ['max_hoejde_m'],
        value: Math.max(0, ...built.map(({ ridgeM }) => ridgeM)),
      };
    case 'etager':
      return {
        code: 'lokalplan_omfang',
        topics: ['height'],
        fields: ['etager'],
        value: Math.max(0, ...built.map(({ storeys }) => storeys)),
      };
    case 'byggelinje mod vej':
      return {
        code: 'lokalplan_placering',
        topics: ['distance'],
        fields: ['afstand_vej_m'],
        value: leastDistance(
          world,
          built.map(({ footprint }) => footprint),
          'road',
        ),
      };
    case 'tagmateriale':
      return {
        code: 'lokalplan_ydre_fremtraeden',
        topics: ['materials'],
        fields: [],
        value: work[0]?.roof.material,
      };
    case 'ydervaeg':
      return {
        code: 'lokalplan_ydre_fremtraeden',
        topics: ['materials'],
        fields: [],
        value: work[0]?.wallMaterial,
      };
    case 'taghældning':
      return {
        code: 'lokalplan_ydre_fremtraeden',
        topics: ['materials', 'height'],
        fields: ['taghaeldning_grader'],
        value: work[0]?.roof.pitchDegrees,
      };
    case 'anvendelse':
      return {
        code: 'lokalplan_anvendelse',
        topics: ['use'],
        fields: ['anvendelse_ny'],
        value: facts.anvendelse_ny,
      };
    default:
      return undefined;
  }
}

/** Each rule of the case's local plan that the project does not keep. */
export function planBreaches(draft: Draft, facts: Facts): DraftDefect[] {
  return draft.localRules.flatMap((rule) => {
    const found = held(rule.topic, draft, facts);
    if (found === undefined || found.value === undefined || keeps(rule, found.value)) return [];
    const own = `lokalplan:${rule.plan}/${rule.paragraph}`;
    return [
      {
        code: found.code,
        citations: [`planloven/18 + ${own}`],
        topics: [...found.topics, 'register'],
        fields: [...found.fields, 'lokalplan_nr'],
        note: `${rule.topic}: ${typeof found.value === 'number' ? Math.round(found.value * 100) / 100 : found.value}; § ${rule.paragraph}: ${String(rule.value)}.`,
      },
    ];
  });
}

function keeps({ operator, value: limit }: LocalRule, value: number | string): boolean {
  if (typeof value === 'number' && typeof limit === 'number') {
    return operator === '>=' ? value >= limit - 0.001 : value <= limit + 0.001;
  }
  const allowed = Array.isArray(limit) ? limit : [String(limit)];
  return allowed.some((each) => String(value).toLowerCase().includes(each.toLowerCase()));
}
