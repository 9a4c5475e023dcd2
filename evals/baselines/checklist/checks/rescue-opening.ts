import type { Draft } from '../check.ts';
import { onPage } from '../finding-evidence.ts';
import type { Facts } from '../reading/facts.ts';

/** Only where the papers state the opening's measures; small houses may do without. */
export function checkRescueOpening(facts: Facts): Draft[] {
  const smallHouse = facts.mainType === 'detached' || facts.mainType === 'holidayHome';
  if (
    smallHouse &&
    /rogalarm/.test(facts.allText) &&
    /(hojst|under|maks\.?|max\.?|<|≤) ?(30|[12]\d) m|gangafstand/.test(facts.allText)
  )
    return [];
  const page = facts.pages.find((item) => item.segments.some(isTooSmall));
  if (page === undefined) return [];
  return [
    {
      code: 'redningsaabning_utilstraekkelig',
      text: 'En redningsåbning mangler eller er mindre end højde 0,60 m, bredde 0,50 m og tilsammen 1,50 m.',
      evidence: [onPage(page)],
    },
  ];
}

function isTooSmall(segment: string): boolean {
  if (!/redningsabn/.test(segment) || /mindst|krav|skal|§/.test(segment)) return false;
  if (/(ingen|uden|mangler) (egen )?redningsabn|redningsabning\w* (mangler|er ikke vist)/.test(segment))
    return true;
  const toMetres = (text: string): number => {
    const value = Number(text.replace(',', '.'));
    return value > 200 ? value / 1000 : value > 10 ? value / 100 : value;
  };
  const size = segment.match(/(\d+(?:[.,]\d+)?) ?(?:m|cm|mm)? ?[x×*] ?(\d+(?:[.,]\d+)?)/);
  const sill = segment.match(/(?:brystning|underkant)\w*[^\d]{0,25}(\d+(?:[.,]\d+)?)/)?.[1];
  const sides = size === null ? [1, 1] : [toMetres(size[1] ?? ''), toMetres(size[2] ?? '')];
  const [a = 1, b = 1] = sides;
  return (
    Math.min(a, b) < 0.5 - 1e-9 ||
    a + b < 1.5 - 1e-9 ||
    (sill !== undefined && !/terraen/.test(segment) && toMetres(sill) > 1.2 + 1e-9 && toMetres(sill) < 3)
  );
}
