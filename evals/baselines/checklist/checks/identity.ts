import type { Check } from '../check.ts';
import { inFields, onPage } from '../finding-evidence.ts';
import {
  cadastralKey,
  houseNumbers,
  isSameHouseNumber,
  readAddress,
  readCadastralNumbers,
} from '../reading/read-identity.ts';
import { isDrawingType, type PageText } from '../reading/read-pages.ts';

const notOfThisPlot = new Set(['brev', 'lokalplanuddrag', 'foto', 'andet']);

/** A page that names another plot or house number and never the right one. */
export const checkIdentity: Check = (facts) => {
  const pages = facts.pages.filter((page) => !notOfThisPlot.has(page.documentType));
  const foreign =
    findForeignPlot(facts.fields.text('matrikelnr'), pages) ??
    findForeignAddress(facts.fields.text('adresse'), pages);
  if (foreign === undefined) return [];
  return [
    {
      code: 'modstrid_ejendomsidentifikation',
      text: `Dokumentet angiver ${foreign.value}, som ikke er den ejendom, ansøgningen vedrører.`,
      evidence: [onPage(foreign.page), ...inFields(facts, foreign.field)],
    },
  ];
};

interface Foreign {
  value: string;
  page: PageText;
  field: string;
}

function findForeignPlot(stated: string | undefined, pages: readonly PageText[]): Foreign | undefined {
  const ownKeys = stated === undefined ? undefined : new Set(stated.split(/,| og /).map(cadastralKey));
  const byPage = Map.groupBy(readCadastralNumbers(pages), (mention) => mention.page);
  const first = ownKeys ?? new Set([...byPage.values()][0]?.map((mention) => mention.key));
  for (const [page, mentions] of byPage) {
    // A site plan may name nothing but its neighbours: there only the title block speaks of the plot itself.
    const isSitePlan = /situationspl|beliggenhedspl/.test(page.text);
    const own = mentions.filter((mention) => !isSitePlan || /:|sag|adresse|emne|dato/.test(mention.line));
    const named = new Set(own.map((mention) => mention.key));
    if (
      named.size === 1 &&
      named.isDisjointFrom(first) &&
      !mentions.some((mention) => first.has(mention.key))
    ) {
      return { value: `matr.nr. ${mentions[0]?.written ?? ''}`, page, field: 'matrikelnr' };
    }
  }
  return undefined;
}

function findForeignAddress(stated: string | undefined, pages: readonly PageText[]): Foreign | undefined {
  const own = stated === undefined ? undefined : readAddress(stated);
  if (own === undefined) return undefined;
  for (const page of pages) {
    const numbers = houseNumbers(page, own.street);
    if (numbers.length > 0 && !numbers.some((number) => isSameHouseNumber(number, own.number)))
      return { value: `${own.street} ${numbers[0]}`, page, field: 'adresse' };
    const labelled = isDrawingType(page.documentType)
      ? page.text.match(/(?:^|\n) ?(?:adresse|ejendom(?:men)?|beliggenhed) ?: ?([^\n]+)/)?.[1]
      : undefined;
    const other = labelled === undefined ? undefined : readAddress(labelled);
    if (other !== undefined && numbers.length === 0 && !isSameStreet(other.street, own.street)) {
      return { value: `${other.street} ${other.number}`, page, field: 'adresse' };
    }
  }
  return undefined;
}

/** Lenient: one reading error in a street's name is no other street. */
function isSameStreet(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.includes(short)) return true;
  const pairs = (word: string): Set<string> =>
    new Set([...word].slice(1).map((letter, index) => `${word[index]}${letter}`));
  const [first, second] = [pairs(a.replaceAll(' ', '')), pairs(b.replaceAll(' ', ''))];
  return first.intersection(second).size / Math.max(1, Math.min(first.size, second.size)) > 0.6;
}
