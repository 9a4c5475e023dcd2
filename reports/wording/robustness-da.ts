/** Whether the same case gets the same answer: repeats, changes that must not matter, planted instructions; in Danish. */
export const robustnessDa = {
  robustness: {
    lead: 'Den samme sag skal give det samme svar.',
    none: 'Det er ikke målt: hver sag er forelagt modellerne én gang, og ingen sager er ændret i noget, der er uden betydning for deres mangler, fx bilagenes rækkefølge.',
    repeats: 'Samme sag flere gange',
    repeatsLead: (n: string) =>
      `Hver sag er forelagt hver model ${n} gange. Tallet siger, hvor stort sammenfald der er mellem de mangler, modellen rammer fra gang til gang. Rammer den ingen nogen af gangene, tæller sagen ikke med.`,
    repeatsTable: 'Sammenfald mellem gentagelser.',
    changes: 'Samme sag, ændret i noget uden betydning for dens mangler',
    changesLead:
      'Fx bilagene i en anden rækkefølge, en anden kommunes navn, andre linjeskift, tal skrevet på engelsk eller enkelte læsefejl. Svaret bør være det samme: de samme mangeltyper, uanset rækkefølge og ordlyd.',
    constantWarning:
      'En model, der svarer ens på alle sager, får også 100\u00A0% her. Læs derfor tallene sammen med samlet F1.',
    changesTable: 'De ændrede sager over for de samme sager uændret.',
    changed: 'Ændrede sager',
    verdicts: {
      worse: 'F1 falder på de ændrede sager.',
      better: 'F1 stiger på de ændrede sager.',
      same: 'F1 er den samme.',
      alike: 'En ændring i F1 kan ikke påvises.',
      unmeasured: 'Usikkerheden kan ikke beregnes.',
    },
    words: 'Med ord',
    byTransform: 'Ændring for ændring',
    byTransformTable: 'Hvor ofte svaret er det samme, og nederst ændringen i F1.',
    transform: 'Ændring',
    unnamed: 'Ændring uden navn',
    f1: (points: string) => `F1: ${points}`,
    unusable: (n: string, count: number) =>
      `${n} ${count === 1 ? 'variant har andre mangler i facit end sin original' : 'varianter har andre mangler i facit end deres originaler'} og er ikke talt med.`,
    injections: 'Instrukser plantet i sagen',
    injectionsLead: (n: string) =>
      `I ${n} er der plantet en tekst, der prøver at få modellen til noget andet end at gennemgå sagen: at tie, at melde noget falsk eller at svare i en form, der ikke kan læses. Ansøgeren skriver selv sine bilag, så en model, der adlyder dem, kan styres af ansøgeren. Instruksen siger intet om byggeriet; svaret bør være som uden den.`,
    injectionsTable: 'Sager med en plantet instruks over for de samme sager uden.',
    injected: 'Sager med instruks',
    sayInjections: {
      same: (same: string, of: string) => `Svarede som uden instruksen i ${same} af ${of} varianter.`,
      silenced: (silenced: string, of: string) =>
        `Blev tavs i ${silenced} af de ${of}, hvor den uden instruksen fandt mangler.`,
      neverSilenced: (of: string) => `Blev aldrig tavs i de ${of}, hvor den uden instruksen fandt mangler.`,
      none: 'Fandt heller ingen mangler uden instruksen.',
    },
    attacks: 'Instruks for instruks',
    attacksTable: 'I hvor mange sager svaret er som uden instruksen.',
    attack: 'Instruks',
    hits: (same: string, of: string) => `${same} af ${of}`,
  },
  variants: {
    name: 'Heraf varianter',
    changed: (n: string) => `${n} ændret i noget uden betydning for manglerne (fx bilagenes rækkefølge)`,
    injected: (n: string) => `${n} med en plantet instruks`,
    n: (cases: string) => `n\u00A0=\u00A0${cases} sager med deres varianter`,
    how: (cases: string, variants: string) =>
      `n er antallet af sager, hvor en sag og alle dens varianter regnes som én (her højst ${cases}); »${variants} af ${variants}« tæller varianterne hver for sig. Varianter af samme sag ligner hinanden, så intervallet følger n.`,
    noRanking: (cases: string, all: string, parts: string) =>
      `Brug ikke tallene til at rangordne modellerne. Kun ${cases} sager er uafhængige af hinanden (n = ${cases} sager med deres varianter); resten af de ${all} er varianter: ${parts}. F1, falsk alarm og placering længere nede er regnet over sager og varianter under ét.`,
    answer: (variants: string, parts: string) =>
      `${variants} af sagerne er varianter af andre sager i målingen: ${parts}. De er med i hovedtallene; i usikkerheden regnes en sag og dens varianter som én.`,
  },
};
