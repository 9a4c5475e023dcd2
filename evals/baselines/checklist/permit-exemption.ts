import { temporaryDays } from './checks/procedure.ts';
import type { Facts } from './reading/facts.ts';
import { outbuildingsInAllM2 } from './scope.ts';

const ownHomes = new Set(['detached', 'twoFamily', 'semiDetached', 'terraced', 'holidayHome']);

/**
 * True where BR18 asks for no permit, provided that the building right is kept (§ 5, stk. 2).
 * @source BR18 § 5, stk. 1, nr. 1, 3, 4 and 16; § 6 d; § 47, stk. 2
 */
export function isExemptFromPermit(facts: Facts): boolean {
  const { fields } = facts;
  switch (facts.caseShown.caseType) {
    case 'sekundaer_over_50':
    case 'landzone_byggeri':
    case 'sommerhus':
      return isSmallOutbuilding(facts);
    case 'ombygning': {
      if ((fields.number('tilbygning_m2') ?? 0) > 0 || changesUse(facts)) return false;
      if (ownHomes.has(facts.mainType) && isKnown(facts)) return true;
      const fireUnchanged = /(ikke|hverken|uden)[^.\n]{0,100}brand/.test(facts.allText);
      return fields.flag('baerende_aendring') === false && fireUnchanged;
    }
    case 'nedrivning':
      return facts.buildingType === 'outbuilding' && (fields.number('grundflade_m2') ?? 51) <= 50;
    case 'midlertidig_konstruktion':
      return (temporaryDays(facts) ?? 43) <= 42 && (fields.number('personantal') ?? 0) <= 150;
    default:
      return false;
  }
}

function isSmallOutbuilding(facts: Facts): boolean {
  const work = facts.fields.text('byggearbejde') ?? '';
  const area = outbuildingsInAllM2(facts);
  if (facts.buildingType !== 'outbuilding' || area === undefined) return false;
  return area <= 50 || (/shelter/.test(work) && (facts.fields.number('areal_m2') ?? 21) <= 20);
}

/** The main building's type is stated, not taken for granted. */
function isKnown(facts: Facts): boolean {
  return ['bygningstype', 'primaer_type', 'anvendelse_eks'].some((name) =>
    /enfamilie|parcelhus|villa|tofamilie|dobbelt|raekke|kaede|sommerhus|fritids/.test(
      facts.fields.text(name) ?? '',
    ),
  );
}

function changesUse(facts: Facts): boolean {
  const before = facts.fields.number('antal_boliger_foer');
  const after = facts.fields.number('antal_boliger');
  if (before !== undefined && after !== undefined && before !== after) return true;
  const [from, to] = [facts.fields.text('anvendelse_eks'), facts.fields.text('anvendelse_ny')];
  if (from === undefined || to === undefined) return false;
  const kind = (text: string): string =>
    /bolig|beboelse|lejlighed|enfamilie|raekke|dobbelt|120|130|131|140/.test(text) ? 'bolig' : text;
  return kind(from) !== kind(to);
}
