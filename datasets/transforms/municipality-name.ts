import type { Case } from '../case.ts';
import { mapFieldTexts, mapPages } from './map-texts.ts';
import type { Transformation } from './transformation.ts';

/** Made-up names; no Danish municipality is called so. */
const names = ['Granvang', 'Lyngholt', 'Ravnsø', 'Tranevig', 'Kildemark', 'Birkesø', 'Elverhøj', 'Hedelund'];

/** Shorter pseudonyms are replaced as whole words only. */
const shortestStem = 4;

/**
 * Another municipality: its pseudonym everywhere in fields, titles, texts and local rules, also within
 * words (`Nordbys`, `Nordbyvej`) and in capitals, and where a reading error took O for 0 or l for 1.
 * Plan numbers stay, since citations name them. Not for cases with files, whose content would still tell the old name.
 */
export const municipalityName: Transformation = {
  id: 'municipality-name',
  titleDa: 'En anden kommunes navn',
  titleEn: "Another municipality's name",
  apply(original, random) {
    if (original.files.length > 0) return null;
    const material = JSON.stringify(original).toLowerCase();
    const free = names.filter((name) => !material.includes(name.toLowerCase()));
    if (free.length === 0) return null;
    const replace = createReplacer(original.municipality, free[random.below(free.length)]!);
    const shown = mapPages(original, replace) ?? original;
    return {
      ...shown,
      municipality: replace(original.municipality),
      fields: mapFieldTexts(original.fields, replace),
      documents: shown.documents.map((document) => ({ ...document, title: replace(document.title) })),
      localRules: shown.localRules.map((rule) => ({
        ...rule,
        topic: replace(rule.topic),
        text: replace(rule.text),
      })),
    } satisfies Case;
  },
};

function createReplacer(before: string, after: string): (text: string) => string {
  const stem = [...before].map((letter) => look[letter.toUpperCase()] ?? quote(letter)).join('');
  const end = before.length < shortestStem ? String.raw`(?![\p{L}\p{N}])` : '';
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])${stem}${end}`, 'giu');
  return (text) => text.replace(pattern, (found) => inCaseOf(found, after));
}

const look: Record<string, string> = { O: '[o0]', L: '[l1]', I: '[i1]' };

function quote(letter: string): string {
  return letter.replace(/[\\^$.*+?()[\]{}|/-]/u, String.raw`\$&`);
}

function inCaseOf(found: string, name: string): string {
  if (found === found.toUpperCase()) return name.toUpperCase();
  return found === found.toLowerCase() ? name.toLowerCase() : name;
}
