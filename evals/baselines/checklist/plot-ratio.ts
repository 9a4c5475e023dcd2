import type { Facts } from './reading/facts.ts';

/**
 * The plot ratio in per cent by chapter 23 on the application's own areas, unrounded; undefined where an area is missing.
 * @source BR18 §§ 453-455: outbuildings count beyond 50 m² a dwelling (detached, semi-detached, holiday homes), 20 m² a
 * dwelling (terraced houses, apartments), or a quarter of the other floor area
 */
export function computePlotRatio(facts: Facts): number | undefined {
  const { fields } = facts;
  const plot = fields.number('grundareal_m2');
  const main = readMainArea(facts);
  if (plot === undefined || plot <= 0 || main === undefined) return undefined;
  const outbuildings = fields.number('sekundaert_areal_m2') ?? 0;
  return (100 * (main + Math.max(0, outbuildings - deduction(facts, main)))) / plot;
}

function readMainArea(facts: Facts): number | undefined {
  const { fields } = facts;
  const stated = fields.number('etageareal_primaer_m2');
  if (stated !== undefined) return stated;
  const before = fields.number('eksisterende_m2');
  return before === undefined ? undefined : before + (fields.number('tilbygning_m2') ?? 0);
}

function deduction(facts: Facts, mainArea: number): number {
  const dwellings = Math.max(1, facts.fields.number('antal_boliger') ?? 1);
  switch (facts.mainType) {
    case 'detached':
    case 'semiDetached':
    case 'holidayHome':
      return 50 * dwellings;
    case 'terraced':
    case 'twoFamily':
    case 'apartments':
      return 20 * dwellings;
    default:
      return mainArea / 4;
  }
}

export interface PlotRatioLimit {
  percent: number;
  citation: string;
}

/** @source BR18 § 170, stk. 2 */
export function plotRatioLimit(facts: Facts): PlotRatioLimit {
  switch (facts.mainType) {
    case 'apartments':
      return { percent: 60, citation: 'br18/170/2/1' };
    case 'semiDetached':
    case 'terraced':
      return { percent: 40, citation: 'br18/170/2/2' };
    case 'holidayHome':
      return { percent: 15, citation: 'br18/170/2/4' };
    case 'detached':
    case 'twoFamily': {
      const houses =
        facts.fields.flag('parcelhusomraade') ?? !facts.caseShown.zone.toLowerCase().startsWith('land');
      return houses ? { percent: 30, citation: 'br18/170/2/3' } : { percent: 45, citation: 'br18/170/2/5' };
    }
    default:
      return { percent: 45, citation: 'br18/170/2/5' };
  }
}
