import type { Facts } from '../reading/facts.ts';

const names = { brand: 'bk|brandklasse\\w*', statik: 'kk|konstruktionsklasse\\w*' };
const fields = { brand: 'brandraadgiver', statik: 'statiker' };

/** True where the papers say what classes the certificate covers, and it does not cover this one. */
export function lacksCertificateFor(facts: Facts, classNeeded: number, subject: 'brand' | 'statik'): boolean {
  const pattern = new RegExp(
    String.raw`certifi[^\n.]{0,60}?(?:${names[subject]}) ?(?:bk|kk)?([1-4])(?: ?(?:-|til|og|,) ?(?:bk|kk)?([1-4]))?`,
    'g',
  );
  const text = `${facts.allText}\n${facts.fields.text(fields[subject]) ?? ''} `;
  const covered = [...text.matchAll(pattern)].map((match) => Number(match[2] ?? match[1]));
  const inField = facts.fields
    .text(fields[subject])
    ?.match(new RegExp(`(?:${names[subject]}) ?([1-4])(?: ?(?:-|til|og) ?(?:bk|kk)?([1-4]))?`));
  if (inField !== null && inField !== undefined) covered.push(Number(inField[2] ?? inField[1]));
  // A certificate for class 2 covers class 2 only; one for class 3 covers 3 and 4.
  return covered.length > 0 && covered.every((top) => (classNeeded >= 3 ? top < 3 : top < 2));
}
