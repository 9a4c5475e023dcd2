import type { Facts } from '../facts.ts';
import type { Writer } from './writer.ts';

/** The fire class with its reason. */
export function sayFire(f: Facts, w: Writer): string[] {
  if (f.brandbegrundelse !== true || f.brandklasse === undefined) return [];
  const classes = [
    w.one(
      `Byggeriet indplaceres i anvendelseskategori ${tail(f.anvendelseskategori)}, risikoklasse ${tail(f.risikoklasse)} og brandklasse ${tail(f.brandklasse)}.`,
      `Anvendelseskategori: ${tail(f.anvendelseskategori)}. Risikoklasse: ${tail(f.risikoklasse)}. Brandklasse: ${tail(f.brandklasse)}.`,
      `Indplacering: anvendelseskategori ${tail(f.anvendelseskategori)}, risikoklasse ${tail(f.risikoklasse)}; herefter brandklasse ${tail(f.brandklasse)}.`,
    ),
    w.one(
      `Begrundelse: ${f.brandtype}, alene præ-accepterede løsninger.`,
      `Det begrundes med, at der er tale om ${f.brandtype} udført med præ-accepterede løsninger.`,
      `Grundlaget er ${f.brandtype} og præ-accepterede løsninger hele vejen.`,
    ),
  ];
  if (f.gangafstand_m !== undefined && f.roegalarm === true)
    classes.push(
      w.one(
        `Længste gangafstand til udgang er ${f.gangafstand_m} m, og der er røgalarmanlæg.`,
        `Røgalarmanlæg i boligen; gangafstand til udgang højst ${f.gangafstand_m} m.`,
        `Der opsættes røgalarmanlæg. Gangafstanden til det fri er ${f.gangafstand_m} m.`,
      ),
    );
  else if (f.roegalarm === true)
    classes.push(
      w.one(
        'Der er røgalarmanlæg i alle boliger.',
        'Boligerne får røgalarmanlæg.',
        'Røgalarmanlæg opsættes i hver bolig.',
      ),
    );
  if (f.anvendelseskategori === 'AK4')
    classes.push(
      w.one(
        'Ydervæg, der måtte ligge nærmere naboskel end 2,5 m, udføres som EI 60.',
        'Ydervægge inden for 2,5 m fra skel er EI 60.',
        'Eventuelle ydervægge tættere på skel end 2,5 m har brandmodstand EI 60.',
      ),
    );
  if (f.brandbelastning_mj_m2 !== undefined)
    classes.push(
      w.one(
        `Brandbelastning ${w.n(f.brandbelastning_mj_m2)} MJ/m².`,
        `Brandbelastningen er ${w.n(f.brandbelastning_mj_m2)} MJ/m².`,
        `Der regnes med en brandbelastning på ${w.n(f.brandbelastning_mj_m2)} MJ/m².`,
      ),
    );
  if (f.rum_max_m2 !== undefined)
    classes.push(
      w.one(
        `Største rum er ${w.a(f.rum_max_m2)}.`,
        `Det største rum har et areal på ${w.a(f.rum_max_m2)}.`,
        `Største rum: ${w.a(f.rum_max_m2)}.`,
      ),
    );
  if (f.stablingshoejde_m !== undefined)
    classes.push(
      w.one(
        `Stablingshøjde højst ${w.m(f.stablingshoejde_m, 1)}.`,
        `Der stables op til ${w.m(f.stablingshoejde_m, 1)}.`,
        `Stablingshøjden er ${w.m(f.stablingshoejde_m, 1)}.`,
      ),
    );
  if (f.brandventilation !== undefined)
    classes.push(
      f.brandventilation
        ? w.one(
            'Der udføres automatisk brandventilation.',
            'Hallen har automatisk brandventilation.',
            'Automatisk brandventilation installeres.',
          )
        : w.one(
            'Der udføres ikke automatisk brandventilation.',
            'Hallen har ikke automatisk brandventilation.',
            'Automatisk brandventilation er ikke med i projektet.',
          ),
    );
  if (f.sprinkler !== undefined)
    classes.push(
      f.sprinkler
        ? w.one(
            'Bygningen sprinkles.',
            'Der installeres sprinkleranlæg.',
            'Automatisk sprinkleranlæg udføres.',
          )
        : w.one(
            'Bygningen sprinkles ikke.',
            'Der installeres ikke sprinkleranlæg.',
            'Sprinkleranlæg er ikke med.',
          ),
    );
  if (f.slangevinder !== undefined)
    classes.push(
      f.slangevinder
        ? w.one('Der opsættes slangevinder.', 'Slangevinder opsættes i hallen.', 'Hallen får slangevinder.')
        : w.one(
            'Der opsættes ikke slangevinder.',
            'Slangevinder er ikke med i projektet.',
            'Hallen får ikke slangevinder.',
          ),
    );
  if (f.tagdaekning !== undefined) {
    const roof: Record<string, [string, string, string]> = {
      broof_t2: [
        'Tagdækning er klasse BROOF(t2).',
        'Taget udføres som BROOF(t2).',
        'Tagdækningens klasse: BROOF(t2).',
      ],
      straa: [
        'Tagdækning er ubehandlet stråtag.',
        'Taget er stråtag, ubehandlet.',
        'Tagdækningens klasse: stråtag, ubehandlet.',
      ],
    };
    const ways = roof[f.tagdaekning];
    if (ways !== undefined) classes.push(w.one(...ways));
  }
  return classes;
}

export function sayRescue(f: Facts, w: Writer): string[] {
  if (f.redning === undefined) return [];
  const { rum, breddeM, hoejdeM, brystningM } = f.redning;
  return [
    w.one(
      `Redningsåbninger i ${rum}: fri bredde ${w.m(breddeM)}, fri højde ${w.m(hoejdeM)}, brystning ${w.m(brystningM)}.`,
      `Redningsåbning (${rum}), fri bredde ${w.m(breddeM)} og fri højde ${w.m(hoejdeM)}; brystning ${w.m(brystningM)} over gulv.`,
      `I ${rum} er der redningsåbninger: fri bredde ${w.m(breddeM)}, fri højde ${w.m(hoejdeM)} og brystning ${w.m(brystningM)}.`,
    ),
  ];
}

/** The fire service's access. */
export function sayResponse(f: Facts, w: Writer): string[] {
  if (f.indsats !== true) return [];
  return [
    w.one(
      'Byggeriet er indsatstaktisk traditionelt; redningsberedskabet kører frem ad vejen.',
      'Indsatsforhold: indsatstaktisk traditionelt, med kørevej til facaden.',
      'Redningsberedskabets indsats: byggeriet er indsatstaktisk traditionelt med adgang fra vejen.',
    ),
  ];
}

export function sayStructure(f: Facts, w: Writer): string[] {
  if (f.konstruktionsbegrundelse !== true || f.konstruktionsklasse === undefined) return [];
  const lines = [
    w.one(
      `Konstruktionerne henføres til konsekvensklasse ${f.konsekvensklasse} og konstruktionsklasse ${tail(f.konstruktionsklasse)}.`,
      `Konsekvensklasse: ${f.konsekvensklasse}. Konstruktionsklasse: ${tail(f.konstruktionsklasse)}.`,
      `Der indplaceres i konsekvensklasse ${f.konsekvensklasse}, og konstruktionsklassen er ${tail(f.konstruktionsklasse)}.`,
    ),
    w.one(
      'Begrundelse: simple konstruktioner med velkendt virkemåde.',
      'Det begrundes med en simpel og traditionel opbygning, som der er stor erfaring med.',
      'Grundlaget er enkle bærende vægge og kendte løsninger.',
    ),
  ];
  if (f.spaendvidde_m !== undefined)
    lines.push(
      w.one(
        `Største spænd ${w.m(f.spaendvidde_m, 1)}.`,
        `Spændvidden er ${w.m(f.spaendvidde_m, 1)}.`,
        `Spændvidde: ${w.m(f.spaendvidde_m, 1)}.`,
      ),
    );
  return lines;
}

/** `BK2` → `2`. */
export function tail(value: string | undefined): string {
  return (value ?? '').replace(/^\D+/u, '');
}
