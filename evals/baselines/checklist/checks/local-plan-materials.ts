import type { LocalRule } from '../../../../datasets/case.ts';
import type { LocalPlanTopic } from '../local-plan-topic.ts';
import type { Facts } from '../reading/facts.ts';
import { foldText } from '../reading/fold-text.ts';
import type { PageText } from '../reading/read-pages.ts';

const colours = [
  'rod',
  'gul',
  'sort',
  'hvid',
  'gra',
  'brun',
  'bla',
  'gron',
  'antracit',
  'jordfarve',
  'okker',
];
const materials = [
  'betontagsten',
  'vingetegl',
  'tagsten',
  'tegl',
  'mursten',
  'tagpap',
  'skifer',
  'eternit',
  'fibercement',
  'stal',
  'zink',
  'kobber',
  'aluminium',
  'metal',
  'traebekl',
  'trae',
  'puds',
  'vandskur',
  'beton',
  'glas',
  'stra',
  'plast',
  'graes',
  'sedum',
  'plankevaerk',
  'levende hegn',
  'haek',
];

const statement: Partial<Record<LocalPlanTopic, RegExp>> = {
  roofMaterial:
    /(?<![a-z])tag(?:materiale|daekning|belaegning|beklaedning|et|flader?n?e?)?(?:materiale)?(?: \w+)? ?(?::|i|med|af|udfores (?:i|med|af|som)|beklaedes med|daekkes med|bliver|er|laegges med) ([^.\n;|]{3,60})/g,
  wallMaterial:
    /(?<![a-z])(?:ydervaeg\w*|facade(?:materiale|beklaedning|r|n|rne)?|vaegge(?:ne)?) ?(?::|i|med|af|udfores (?:i|med|af|som)|beklaedes med|opfores i|bliver|er) ([^.\n;|]{3,60})/g,
  fence:
    /(?<![a-z])hegn(?:et)?(?: mod \w+)? ?(?::|i|med|udfores som|etableres som|opfores som|bliver|er) ([^.\n;|]{3,60})/g,
};

/** What the papers say the roof, walls or fence are made of, where the plan does not allow it. */
export function findForbiddenMaterial(
  rule: LocalRule,
  topic: LocalPlanTopic,
  facts: Facts,
): { value: string; page: PageText } | undefined {
  const values = (
    Array.isArray(rule.value)
      ? rule.value
      : typeof rule.value === 'string'
        ? rule.value.split(/,| eller | og /)
        : []
  ).map(foldText);
  if (values.length === 0) return undefined;
  const about =
    topic === 'colour'
      ? /tag/.test(foldText(rule.topic + rule.text))
        ? 'roofMaterial'
        : 'wallMaterial'
      : topic;
  const pattern = statement[about];
  if (pattern === undefined) return undefined;
  for (const page of facts.pages.filter((item) => item.documentType !== 'lokalplanuddrag')) {
    for (const segment of page.segments) {
      if (/eksisterende|lokalplan|§|nabo/.test(segment)) continue;
      for (const match of segment.matchAll(pattern)) {
        const stated = cutAtOtherPart(match[1] ?? '');
        if (isForbidden(rule, values, stated)) return { value: stated.trim(), page };
      }
    }
  }
  return undefined;
}

/** `rod tegl, tag: tagpap` speaks of the walls up to the comma. */
function cutAtOtherPart(text: string): string {
  return (
    text.split(
      / - |, ?(?:og )?(?:tag|ydervaeg|facade|sokkel|vindue|opvarm)|(?: og | med )(?:tag|vindue|sokkel)/,
    )[0] ?? text
  );
}

function isForbidden(rule: LocalRule, values: readonly string[], stated: string): boolean {
  if (rule.operator === 'not-in') return values.some((value) => isSame(value, stated, true));
  if (rule.operator !== 'in' && rule.operator !== '=') return false;
  const known = [...colours, ...materials].some((word) => stated.includes(word));
  return known && !values.some((value) => isSame(value, stated, false));
}

/** A statement that leaves a property open agrees with the rule, unless it is asked whether it is banned. */
function isSame(value: string, stated: string, strictly: boolean): boolean {
  const inValue = (words: readonly string[]): string[] => words.filter((word) => value.includes(word));
  const agrees = (words: readonly string[]): boolean => {
    const wanted = inValue(words);
    const has = words.filter((word) => stated.includes(word));
    if (wanted.length === 0) return true;
    return has.length === 0 ? !strictly : wanted.some((word) => has.includes(word));
  };
  const glazed = (text: string): boolean | undefined =>
    /uglas|ikke glas|matte?|ikke-reflekt/.test(text)
      ? false
      : /(?<!u)glaser|blank|reflekter|glasur/.test(text)
        ? true
        : undefined;
  const [a, b] = [glazed(value), glazed(stated)];
  if (a !== undefined && b !== undefined && a !== b) return false;
  if (strictly && a === true && b !== true) return false;
  return (
    agrees(colours) &&
    agrees(materials) &&
    (strictly ? inValue([...colours, ...materials]).length > 0 || stated.includes(value) : true)
  );
}
