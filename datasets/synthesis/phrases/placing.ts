import type { Facts } from '../facts.ts';
import type { Writer } from './writer.ts';

export function sayDistance(f: Facts, w: Writer, formal: boolean): string[] {
  const lines: string[] = [];
  const { afstand_nabo_m: n, afstand_vej_m: v, afstand_sti_m: s } = f;
  if (n !== undefined) {
    lines.push(
      formal
        ? w.one(
            `Mindste afstand til naboskel er ${w.m(n)}.`,
            `Afstanden til nærmeste naboskel udgør ${w.m(n)}.`,
            `Der er ${w.m(n)} til nærmeste naboskel.`,
          )
        : w.one(
            `Der er ${w.m(n)} til naboskel, hvor det er tættest på.`,
            `Tætteste naboskel ligger ${w.m(n)} væk.`,
            `Afstanden til naboskel er ${w.m(n)}.`,
          ),
    );
  }
  if (v !== undefined)
    lines.push(
      w.one(
        `Afstand til vejskel: ${w.m(v)}.`,
        `Mod vejskel er der ${w.m(v)}.`,
        `Til vejskel er der ${w.m(v)}.`,
      ),
    );
  if (s !== undefined)
    lines.push(
      w.one(
        `Afstand til stiskel: ${w.m(s)}.`,
        `Mod stiskel er der ${w.m(s)}.`,
        `Til stiskel er der ${w.m(s)}.`,
      ),
    );
  return lines;
}

export function sayHeight(f: Facts, w: Writer, formal: boolean): string[] {
  const lines: string[] = [];
  if (f.max_hoejde_m !== undefined) {
    lines.push(
      formal
        ? w.one(
            `Største højde er ${w.m(f.max_hoejde_m)} over naturligt terræn.`,
            `Bygningshøjden er ${w.m(f.max_hoejde_m)} målt fra naturligt terræn.`,
            `Største bygningshøjde over terræn: ${w.m(f.max_hoejde_m)}.`,
          )
        : w.one(
            `Højden er ${w.m(f.max_hoejde_m)} over jorden.`,
            `På det højeste sted er højden ${w.m(f.max_hoejde_m)}.`,
            `Største højde bliver ${w.m(f.max_hoejde_m)}.`,
          ),
    );
  }
  if (f.etager !== undefined)
    lines.push(w.one(`Antal etager: ${f.etager}.`, `Etager i alt: ${f.etager}.`, `Etageantal ${f.etager}.`));
  return lines;
}

export function sayTerrain(f: Facts, w: Writer, formal: boolean): string[] {
  if (f.terraenfald_m === undefined) return [];
  const fall = w.m(f.terraenfald_m);
  return [
    formal
      ? w.one(
          `Terrænfald over grunden: ca. ${fall}.`,
          `Grunden har et terrænfald på ca. ${fall}.`,
          `Terrænet falder ca. ${fall} over grunden.`,
        )
      : w.one(
          `Grunden har et terrænfald på ca. ${fall}.`,
          `Der er et terrænfald på ${fall} fra den ene ende til den anden.`,
          `Terrænet falder ca. ${fall}.`,
        ),
  ];
}
