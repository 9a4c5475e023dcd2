import type { Draft } from '../check.ts';
import { inFields, onPage } from '../finding-evidence.ts';
import { formatDanish } from '../format-danish.ts';
import type { Facts } from '../reading/facts.ts';
import { familyHomes, leastDistances } from '../scope.ts';

/** Pre-accepted distances: 10 m for thatch and other roofs than BROOF(t2), 5 m for treated thatch. */
export function checkRoofDistance(facts: Facts): Draft[] {
  const { neighbour } = leastDistances(facts);
  if (neighbour === undefined) return [];
  const roof =
    facts.fields.text('tagdaekning') ??
    (/straatag|stratag|tagror|straatekt|tekt tag|taekket (med|tag)/.test(facts.allText) ? 'straa' : '');
  const thatch = /stra(a)?|ror/.test(roof);
  const treated =
    /brandsik|sepatec|brandhaem/.test(roof) ||
    (thatch && /brandsikret stra|brandsikring af stra/.test(facts.allText));
  const limit = treated ? 5 : thatch || /^anden/.test(roof) ? 10 : 0;
  const home =
    familyHomes.has(facts.buildingType) &&
    facts.buildingType !== 'holidayHome' &&
    !/r?ei ?-?60|bs-60/.test(facts.allText);
  const homeTooNear =
    home &&
    neighbour < 2.5 &&
    neighbour > 0 &&
    !facts.distances.some((item) => item.about === 'secondary' && item.value === neighbour);
  if (neighbour >= limit && !homeTooNear) return [];
  return [
    {
      code: 'brandafstand_tagdaekning',
      text:
        neighbour < limit
          ? `Tagdækningen forudsætter ${limit} m til skel, men bygningen ligger ${formatDanish(neighbour)} m derfra.`
          : 'Boligen ligger nærmere skel end 2,5 m, uden at der er vist ydervæg EI 60 mod skel.',
      evidence: [
        ...inFields(facts, 'tagdaekning', 'afstand_nabo_m'),
        ...facts.distances
          .filter((item) => item.value === neighbour)
          .slice(0, 1)
          .map((item) => onPage(item.page)),
      ],
    },
  ];
}
