import type { Facts } from '../facts.ts';
import type { Writer } from './writer.ts';

export function sayParking(f: Facts, w: Writer, _formal: boolean): string[] {
  const lines: string[] = [];
  if (f.pKrav !== undefined) {
    const { perUnit, unit, needed } = f.pKrav;
    const norm = w.n(perUnit, Number.isInteger(perUnit) ? 0 : 1);
    lines.push(
      w.one(
        `Kommunens parkeringsnorm er ${norm} plads pr. ${unit}, i alt ${needed} pladser.`,
        `Efter kommunens parkeringsnorm (${norm} pr. ${unit}) kræves i alt ${needed} pladser.`,
        `Parkeringsnorm: ${norm} plads pr. ${unit}, dvs. i alt ${needed} pladser.`,
      ),
    );
  }
  if (f.parkeringspladser !== undefined)
    lines.push(
      w.one(
        `Der anlægges ${f.parkeringspladser} p-pladser på grunden.`,
        `På grunden vises ${f.parkeringspladser} p-pladser.`,
        `Antal p-pladser på grunden: ${f.parkeringspladser}.`,
      ),
    );
  if (f.opholdsareal_m2 !== undefined)
    lines.push(
      w.one(
        `Fælles opholdsareal: ${w.a(f.opholdsareal_m2)}.`,
        `Der er et fælles opholdsareal på ${w.a(f.opholdsareal_m2)}.`,
        `Opholdsarealet er ${w.a(f.opholdsareal_m2)}.`,
      ),
    );
  if (f.legeareal_m2 !== undefined)
    lines.push(
      w.one(
        `Legeområde: ${w.a(f.legeareal_m2)}.`,
        `Der indrettes legeområde på ${w.a(f.legeareal_m2)}.`,
        `Legeområdet er ${w.a(f.legeareal_m2)}.`,
      ),
    );
  if (f.cykelpladser !== undefined)
    lines.push(
      w.one(
        `Cykelparkering: ${f.cykelpladser}.`,
        `Plads til ${f.cykelpladser} cykler.`,
        `Der er ${f.cykelpladser} cykelparkeringer.`,
      ),
    );
  return lines;
}

export function sayAccess(f: Facts, w: Writer, formal: boolean): string[] {
  if (f.niveaufri === undefined) return [];
  if (!f.niveaufri)
    return [
      w.one(
        `Ved yderdørene er der ${f.trin} trin op, uden rampe.`,
        `Alle yderdøre ligger ${f.trin} trin over terræn, og der er ingen rampe.`,
        `Man går ${f.trin} trin op til hver yderdør; rampe er ikke vist.`,
      ),
    ];
  return [
    formal
      ? w.one(
          'Adgangen er niveaufri ved alle yderdøre med dørtrin på højst 25 mm.',
          'Yderdøre udføres med niveaufri adgang, dørtrin højst 25 mm.',
          'Belægningen føres op, så adgangen er niveaufri ved yderdørene.',
        )
      : w.one(
          'Der er niveaufri adgang ved dørene.',
          'Man kan komme niveaufrit ind ad alle yderdøre.',
          'Belægningen går op til dørene, så adgangen er niveaufri.',
        ),
  ];
}

export function sayOther(f: Facts, w: Writer): string[] {
  const lines: string[] = [];
  if (f.vaern_hoejde_m !== undefined)
    lines.push(
      w.one(
        `Værnet er ${w.m(f.vaern_hoejde_m)} højt over dæk.`,
        `Værnhøjde over dæk: ${w.m(f.vaern_hoejde_m)}.`,
        `Der opsættes værn i en højde af ${w.m(f.vaern_hoejde_m)} over dækket.`,
      ),
    );
  if (
    f.elevator !== undefined &&
    (f.etager ?? 0) >= 2 &&
    f.bygningstype === 'etagebolig' &&
    f.antal_boliger_foer === 0
  )
    lines.push(
      f.elevator
        ? w.one(
            'Der er elevator til alle etager.',
            'Bygningen får elevator til hver etage.',
            'Alle etager nås med elevator.',
          )
        : w.one(
            'Etagerne forbindes med trappe; elevator er ikke med i projektet.',
            'Der er trappe til etagerne, men ingen elevator.',
            'Bygningen udføres uden elevator.',
          ),
    );
  if (f.gulvUnderTerraen === false)
    lines.push(
      w.one(
        'Alle gulve ligger over terræn.',
        'Gulvene i opholdsrum ligger over terrænet udenfor.',
        'Intet gulv i beboelse ligger under terræn.',
      ),
    );
  if (f.gulvUnderTerraen === true && f.gulvkote_m !== undefined && f.terraenkote_m !== undefined)
    lines.push(
      w.one(
        `Værelset i kælderen har gulv i kote ${w.n(f.gulvkote_m, 2)}; terrænet ligger i kote ${w.n(f.terraenkote_m, 2)} langs alle facader.`,
        `Kælderværelse: gulvkote ${w.n(f.gulvkote_m, 2)}, terrænkote ${w.n(f.terraenkote_m, 2)} hele vejen rundt.`,
        `I kælderen indrettes et værelse med gulvkote ${w.n(f.gulvkote_m, 2)} og terrænkote ${w.n(f.terraenkote_m, 2)} ved alle vægge.`,
      ),
    );
  return lines;
}
