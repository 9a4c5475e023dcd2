import { countedArea, deduction } from '../derive-facts.ts';
import type { Facts } from '../facts.ts';
import { builtTypes } from '../injections/injection.ts';
import type { Draft, DraftDefect } from '../project.ts';
import { regulates } from './building-right.ts';
import { hair } from './hair.ts';
import { trueAreas } from './true-areas.ts';

const limits: Record<string, [percent: number, citation: string]> = {
  etagebolig: [60, 'br18/170/2/1'],
  raekkehus: [40, 'br18/170/2/2'],
  dobbelthus_lodret: [40, 'br18/170/2/2'],
  enfamiliehus_fritliggende: [30, 'br18/170/2/3'],
  sommerhus: [15, 'br18/170/2/4'],
};

/** @source BR18 § 170, stk. 2; where a plan regulates the matter it steps back (§ 166) */
export function ratioBreach(draft: Draft, facts: Facts): DraftDefect[] {
  const { caseType } = draft;
  const counts = caseType !== 'landzone_byggeri' && builtTypes.some((type) => type === caseType);
  if (!counts || regulates(draft, ['bebyggelsesprocent'])) return [];
  const { main, secondary, plot } = trueAreas(draft.world);
  const counted = countedArea(main, secondary, facts);
  const [limit, citation] = limits[facts.primaer_type ?? facts.bygningstype ?? ''] ?? [45, 'br18/170/2/5'];
  const value = (100 * counted) / plot;
  if (value <= limit + hair) return [];
  const free = deduction(main, facts.primaer_type ?? facts.bygningstype, facts.antal_boliger);
  return [
    {
      code: 'bebyggelsesprocent_overskredet',
      citations: [citation],
      topics: ['ratio', 'areas'],
      fields: [
        'grundareal_m2',
        'etageareal_primaer_m2',
        'sekundaert_areal_m2',
        'bebyggelsesprocent_oplyst_pct',
      ],
      note: `(${main} + max(0; ${secondary} - ${free})) / ${plot} = ${value.toFixed(1)} % mod ${limit} %.`,
    },
  ];
}
