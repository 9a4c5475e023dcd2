import type { Facts } from '../facts.ts';
import { lower } from './lower.ts';
import type { Writer } from './writer.ts';

/** What is applied for, and for what it is used. `formal` is the voice of builders, architects and advisers. */
export function sayUse(f: Facts, w: Writer, formal: boolean): string[] {
  const work = lower(f.byggearbejde ?? 'byggearbejde');
  const lines = [
    formal
      ? w.one(
          `Ansøgningen omfatter ${work} på ${f.adresse}.`,
          `Der søges om tilladelse til ${work} på ejendommen ${f.adresse}.`,
          `Projektet vedrører ${work}, ${f.adresse}, matr.nr. ${f.matrikelnr}.`,
        )
      : w.one(
          `Vi vil gerne have lov til ${work} på ${f.adresse}.`,
          `Det drejer sig om ${work} hos os på ${f.adresse}.`,
          `Hermed søger vi om ${work} på vores grund, ${f.adresse}.`,
        ),
  ];
  if (f.anvendelse_ny !== undefined) {
    const use = lower(f.anvendelse_ny);
    lines.push(
      formal
        ? w.one(
            `Fremtidig anvendelse: ${use}.`,
            `Bygningen anvendes fremover til: ${use}.`,
            `Planlagt benyttelse er ${use}.`,
          )
        : w.one(
            `Det skal bruges til ${use}.`,
            `Fremover bliver det brugt som ${use}.`,
            `Vi skal bruge det som ${use}.`,
          ),
    );
  }
  if (f.anvendelse_eks !== undefined) {
    const use = lower(f.anvendelse_eks);
    lines.push(
      formal
        ? w.one(
            `Hidtidig anvendelse: ${use}.`,
            `Hidtil har benyttelsen været ${use}.`,
            `Eksisterende anvendelse er ${use}.`,
          )
        : w.one(`Indtil nu har der været ${use}.`, `Før var det ${use}.`, `I dag er det ${use}.`),
    );
  }
  if (f.antal_boliger !== undefined && f.antal_boliger > 1)
    lines.push(
      w.one(
        `Antal boliger: ${f.antal_boliger}.`,
        `Der er i alt ${f.antal_boliger} boliger.`,
        `Efter projektet er der ${f.antal_boliger} boliger.`,
      ),
    );
  if (f.rumNavn !== undefined)
    lines.push(
      w.one(
        `Rummet indrettes med ${f.rumNavn}.`,
        `Indretningen omfatter ${f.rumNavn}.`,
        `Der kommer ${f.rumNavn}.`,
      ),
    );
  return lines;
}

export function sayTemporary(f: Facts, w: Writer): string[] {
  if (f.opstilling_fra === undefined || f.opstilling_til === undefined) return [];
  return [
    w.one(
      `Teltet opstilles fra ${w.d(f.opstilling_fra)} til ${w.d(f.opstilling_til)}.`,
      `Opstillingsperiode: ${w.d(f.opstilling_fra)} til ${w.d(f.opstilling_til)}.`,
      `Teltet står på pladsen fra ${w.d(f.opstilling_fra)} til ${w.d(f.opstilling_til)}.`,
    ),
    w.one(
      `Højst ${f.personantal} personer ad gangen.`,
      `Der er plads til ${f.personantal} personer.`,
      `Personantal: ${f.personantal} personer.`,
    ),
    w.one('Der er ingen overnatning i teltet.', 'Ingen overnatter.', 'Overnatning finder ikke sted.'),
  ];
}

export function sayDemolition(f: Facts, w: Writer): string[] {
  if (f.affald_ton === undefined) return [];
  const lines = [
    w.one(
      `Huset er opført i ${f.opfoert_aar}.`,
      `Opførelsesår: ${f.opfoert_aar}.`,
      `Bygningen er fra ${f.opfoert_aar}.`,
    ),
  ];
  if (f.grundflade_m2 !== undefined)
    lines.push(
      w.one(
        `Grundfladen er ca. ${w.a(f.grundflade_m2)}.`,
        `Grundflade: ca. ${w.a(f.grundflade_m2)}.`,
        `Bygningens grundflade er ${w.a(f.grundflade_m2)}.`,
      ),
    );
  return lines;
}
