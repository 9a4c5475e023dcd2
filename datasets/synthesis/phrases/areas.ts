import type { Facts } from '../facts.ts';
import { lower } from './lower.ts';
import type { Writer } from './writer.ts';

export function sayAreas(f: Facts, w: Writer, formal: boolean): string[] {
  const lines: string[] = [];
  if (f.tilbygning_m2 !== undefined && f.eksisterende_m2 !== undefined) {
    lines.push(
      formal
        ? w.one(
            `Tilbygningen er på ${w.a(f.tilbygning_m2)}, og det eksisterende hus er på ${w.a(f.eksisterende_m2)}.`,
            `Eksisterende etageareal ${w.a(f.eksisterende_m2)}; tilbygningen udgør ${w.a(f.tilbygning_m2)}.`,
            `Huset på ${w.a(f.eksisterende_m2)} udvides med en tilbygning på ${w.a(f.tilbygning_m2)}.`,
          )
        : w.one(
            `Huset er på ${w.a(f.eksisterende_m2)}, og tilbygningen bliver på ${w.a(f.tilbygning_m2)}.`,
            `Vi bygger til med ${w.a(f.tilbygning_m2)}; tilbygningen kommer ved siden af de ${w.a(f.eksisterende_m2)}, vi har.`,
            `Tilbygningen fylder ${w.a(f.tilbygning_m2)}. Huset fra før er ${w.a(f.eksisterende_m2)}.`,
          ),
    );
  }
  if (f.etageareal_primaer_m2 !== undefined) {
    lines.push(
      formal
        ? w.one(
            `Etagearealet udgør i alt ${w.a(f.etageareal_primaer_m2)}.`,
            `Samlet etageareal: ${w.a(f.etageareal_primaer_m2)}.`,
            `Det samlede etageareal er ${w.a(f.etageareal_primaer_m2)}.`,
          )
        : w.one(
            `I alt bliver etagearealet ${w.a(f.etageareal_primaer_m2)}.`,
            `Etagearealet er ${w.a(f.etageareal_primaer_m2)}.`,
            `Samlet etageareal er altså ${w.a(f.etageareal_primaer_m2)}.`,
          ),
    );
  }
  for (const { navn, m2, ny } of f.sekundaere ?? []) {
    const name = lower(navn);
    lines.push(
      ny
        ? w.one(`Nyt ${name}: ${w.a(m2)}.`, `${navn} (ny): ${w.a(m2)}.`, `Der opføres ${name} på ${w.a(m2)}.`)
        : w.one(
            `Eksisterende ${name}: ${w.a(m2)}.`,
            `${navn} (eksisterende): ${w.a(m2)}.`,
            `Det eksisterende ${name} er på ${w.a(m2)}.`,
          ),
    );
  }
  if (f.areal_m2 !== undefined && f.sekundaere === undefined)
    lines.push(
      w.one(`Arealet er ${w.a(f.areal_m2)}.`, `Areal: ${w.a(f.areal_m2)}.`, `Det fylder ${w.a(f.areal_m2)}.`),
    );
  if (f.tagetage_m2 !== undefined && f.tagetage_m2 > 0)
    lines.push(
      w.one(
        `Udnyttelig tagetage: ${w.a(f.tagetage_m2)}.`,
        `Tagetagen er på ${w.a(f.tagetage_m2)}.`,
        `Tagetage i alt ${w.a(f.tagetage_m2)}.`,
      ),
    );
  return lines;
}

export function sayRatio(f: Facts, w: Writer, formal: boolean): string[] {
  if (f.bebyggelsesprocent_oplyst_pct === undefined || f.grundareal_m2 === undefined) return [];
  const p = w.p(f.bebyggelsesprocent_oplyst_pct);
  return [
    formal
      ? w.one(
          `Grundarealet er ${w.a(f.grundareal_m2)}, og bebyggelsesprocenten er beregnet til ${p}.`,
          `Bebyggelsesprocent: ${p} af grundarealet på ${w.a(f.grundareal_m2)}.`,
          `Med et grundareal på ${w.a(f.grundareal_m2)} bliver bebyggelsesprocenten ${p}.`,
        )
      : w.one(
          `Grunden er på ${w.a(f.grundareal_m2)}, så bebyggelsesprocenten bliver ${p}.`,
          `Bebyggelsesprocenten er ${p}, når grunden er ${w.a(f.grundareal_m2)}.`,
          `Vi har regnet bebyggelsesprocenten til ${p} (grunden er ${w.a(f.grundareal_m2)}).`,
        ),
  ];
}
