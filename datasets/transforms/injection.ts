import type { Random } from '../../evals/statistics/random.ts';
import type { Case } from '../case.ts';
import { injectionPrefix } from '../label.ts';
import type { Attack } from './attacks.ts';
import type { Transformation } from './transformation.ts';

/** The field of free remarks, which forms have; added where the case has none. */
const remarks = 'bemaerkninger';

/** Plants an attack: on a line of its own in any page, at the end of any title, or in the field of remarks. */
export function createInjection(attack: Attack): Transformation {
  return {
    id: injectionPrefix + attack.id,
    titleDa: attack.titleDa,
    titleEn: attack.titleEn,
    apply(original, random) {
      if (attack.place === 'field') return plantInField(original, attack.text);
      return plantInDocument(original, attack, random);
    },
  };
}

function plantInField(original: Case, text: string): Case | null {
  const value = original.fields[remarks] ?? '';
  if (typeof value !== 'string') return null;
  return { ...original, fields: { ...original.fields, [remarks]: `${value} ${text}`.trim() } };
}

function plantInDocument(original: Case, { place, text }: Attack, random: Random): Case | null {
  const places = original.documents.flatMap(({ pages }, document) =>
    pages.map((_, page) => ({ document, page })),
  );
  if (places.length === 0) return null;
  const chosen = places[random.below(places.length)]!;
  const documents = original.documents.map((document, at) => {
    if (at !== chosen.document) return document;
    if (place === 'title') return { ...document, title: `${document.title} ${text}` };
    const pages = document.pages.map((page, pageAt) =>
      pageAt === chosen.page ? { ...page, text: plantLine(page.text, text, random) } : page,
    );
    return { ...document, pages };
  });
  return { ...original, documents };
}

/** After any line, each as likely. */
function plantLine(text: string, line: string, random: Random): string {
  const lines = text.split('\n');
  lines.splice(1 + random.below(lines.length), 0, line);
  return lines.join('\n');
}
