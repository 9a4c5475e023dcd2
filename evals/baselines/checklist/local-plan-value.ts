import type { LocalRule } from '../../../datasets/case.ts';
import { readLocalPlanTopic } from './local-plan-topic.ts';
import { computePlotRatio } from './plot-ratio.ts';
import type { Facts } from './reading/facts.ts';
import { foldText } from './reading/fold-text.ts';
import { readNumber } from './reading/read-number.ts';
import { greatestHeight, leastDistances, newOutbuildingM2 } from './scope.ts';

export interface ProjectValue {
  value: number;
  fields: string[];
}

/** The project's own figure for the topic of a rule; undefined where it is not stated. */
export function projectValue(rule: LocalRule, facts: Facts): ProjectValue | undefined {
  const { fields } = facts;
  const of = (value: number | undefined, ...names: string[]): ProjectValue | undefined =>
    value === undefined ? undefined : { value, fields: names };
  const field = (...names: string[]): ProjectValue | undefined => {
    const name = names.find((item) => fields.number(item) !== undefined);
    return name === undefined ? undefined : of(fields.number(name), name);
  };
  switch (readLocalPlanTopic(rule)) {
    case 'plotRatio':
      return of(
        computePlotRatio(facts) ?? fields.number('bebyggelsesprocent_oplyst_pct'),
        'bebyggelsesprocent_oplyst_pct',
        'etageareal_primaer_m2',
      );
    case 'storeys':
      return field('etager');
    case 'height':
      return of(greatestHeight(facts), 'max_hoejde_m');
    case 'wallHeight': {
      const walls = facts.heights.filter((height) => height.of === 'wall').map((height) => height.value);
      return walls.length > 0 ? of(Math.max(...walls)) : field('ydervaeg_langside_min_m');
    }
    case 'dwellings':
      return field('antal_boliger');
    case 'parking':
      return field('parkeringspladser');
    case 'bicycles':
      return field('cykelpladser');
    case 'openSpace':
      return field('opholdsareal_m2');
    case 'plotArea':
      return field('grundareal_m2');
    case 'outbuildingArea':
      return field('sekundaert_areal_m2') ?? of(newOutbuildingM2(facts), 'areal_m2');
    case 'area':
      return /tilbygning/.test(foldText(rule.topic + rule.text))
        ? field('tilbygning_m2', 'etageareal_primaer_m2')
        : field('etageareal_primaer_m2', 'areal_m2');
    case 'roofPitch':
      return field('taghaeldning_grader');
    case 'buildingLine': {
      const { road, neighbour } = leastDistances(facts);
      const text = foldText(`${rule.topic} ${rule.text}`);
      if (/midt/.test(text)) {
        const middle = facts.distances
          .filter((distance) => distance.to === 'roadMiddle')
          .map((distance) => distance.value);
        return middle.length > 0 ? of(Math.min(...middle)) : undefined;
      }
      return /naboskel|mod nabo|bagskel/.test(text) && !/vej/.test(text)
        ? of(neighbour, 'afstand_nabo_m')
        : of(road, 'afstand_vej_m');
    }
    case 'distance': {
      const { road, neighbour } = leastDistances(facts);
      return /vej/.test(foldText(rule.topic + rule.text)) && !/nabo/.test(foldText(rule.topic + rule.text))
        ? of(road, 'afstand_vej_m')
        : of(neighbour, 'afstand_nabo_m');
    }
    default:
      return undefined;
  }
}

/** The rule's figure for this project: `1,5 pladser pr. bolig` times the dwellings; undefined where it cannot be told. */
export function requiredByRule(rule: LocalRule, facts: Facts): number | undefined {
  const value =
    typeof rule.value === 'number'
      ? rule.value
      : typeof rule.value === 'string'
        ? readNumber(rule.value)
        : Number.NaN;
  if (Number.isNaN(value)) return undefined;
  const unit =
    foldText(`${rule.unit ?? ''}`) ||
    foldText(rule.text).match(
      /(?:pr\.?|per) (?:paabegyndt |pabegyndt )?(?:\d+ m2|bolig|lejlighed|ansat)/,
    )?.[0] ||
    '';
  if (/bolig|lejlighed/.test(unit) && /pr|per|\//.test(unit))
    return value * (facts.fields.number('antal_boliger') ?? 1);
  const area = unit.match(/(?:pr\.?|per|\/) ?(?:pabegyndt )?(\d+) ?m/)?.[1];
  if (area !== undefined) {
    const floor = facts.fields.number('etageareal_primaer_m2') ?? facts.fields.number('areal_m2');
    return floor === undefined ? undefined : (value * floor) / Number(area);
  }
  if (/ansat/.test(unit)) return value * (facts.fields.number('antal_ansatte') ?? 0);
  return value;
}
