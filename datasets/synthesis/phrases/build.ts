import type { Facts } from '../facts.ts';

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

export function sayMaterials(f: Facts, w: Writer, formal: boolean): string[] {
  if (f.ydervaeg === undefined || f.tag === undefined) return [];
  const lines = [
    formal
      ? w.one(
          `Ydervægge udføres i ${f.ydervaeg}, og taget belægges med ${f.tag}.`,
          `Ydervæg: ${f.ydervaeg}. Tag: ${f.tag}.`,
          `Tagbelægning: ${f.tag}. Facader: ${f.ydervaeg}.`,
        )
      : w.one(
          `Væggene bliver ${f.ydervaeg}, og taget bliver ${f.tag}.`,
          `Taget er ${f.tag} og væggene ${f.ydervaeg}.`,
          `Der kommer ${f.tag} på taget og ${f.ydervaeg} på væggene.`,
        ),
  ];
  if (f.taghaeldning_grader !== undefined && formal)
    lines.push(
      w.one(
        `Taghældning ${w.n(f.taghaeldning_grader)}°.`,
        `Tagets hældning er ${w.n(f.taghaeldning_grader)}°.`,
        `Hældning på taget: ${w.n(f.taghaeldning_grader)}°.`,
      ),
    );
  return lines;
}

export function sayRain(f: Facts, w: Writer, formal: boolean): string[] {
  const ways: Record<string, [string, string, string]> = {
    kloak: [
      'Tagvand ledes til kommunens regnvandskloak.',
      'Tagvandet føres til kloak.',
      'Regnvand fra taget kobles på kloakken i vejen.',
    ],
    faskine: [
      'Tagvand ledes til faskine på egen grund.',
      'Tagvandet nedsives i en faskine på grunden.',
      'Regnvand fra taget føres til faskine.',
    ],
    nedsivning: [
      'Tagvand nedsives på egen grund.',
      'Tagvandet siver ned i et regnbed på grunden.',
      'Regnvand fra taget håndteres ved nedsivning på grunden.',
    ],
  };
  const found = ways[f.regnvand ?? ''];
  return found === undefined
    ? []
    : [
        `${w.one(...found)}${formal && f.regnvand !== 'kloak' && f.nedsivning === true ? ' Ansøgning om nedsivning er vedlagt.' : ''}`,
      ];
}

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

export function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
