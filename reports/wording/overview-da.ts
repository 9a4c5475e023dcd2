import type { MeasureId } from '../measures.ts';

/** The words of the report's first pages, in Danish. Numbers come in formatted; `n` comes beside where a word bends by number. */
export const overviewDa = {
  sections: {
    answer: 'Kort svar',
    measured: 'Hvad er målt, og på hvad',
    models: 'Modellerne side om side',
    differences: 'Kan modellerne skelnes fra hinanden?',
    strengths: 'Hvor er modellerne stærke og svage?',
    burden: 'Hvad er der at læse, og hvad koster det?',
    people: 'Mennesket som målestok',
    chance: 'Er det sagen, modellen svarer på?',
    discretion: 'Skøn: overlader modellen det til et menneske?',
    robustness: 'Giver samme sag samme svar?',
    operation: 'Drift og pris',
    groups: 'Efter mangelgruppe',
    caseTypes: 'Efter sagstype',
    policies: 'Tre måder at sammenholde fund og mangler på',
    mix: 'Afhænger svaret af, hvilke sager der er flest af?',
    limits: 'Hvad kan disse sager ikke vise?',
    errors: 'Det, der oftest går galt',
    each: 'Model for model',
    cases: 'Sag for sag',
    glossary: 'Ordforklaring',
    method: 'Sådan er der målt',
    recipients: 'Hvem fik sagerne?',
    versions: 'Versioner og kontrolnøgle',
  },
  answer: {
    none: 'Målingen indeholder ingen modeller.',
    unplaced: 'Ingen af modellerne kunne placeres: deres samlede tal er ikke defineret.',
    one: (name: string, f1: string, cases: string) =>
      `Én model er målt på ${cases}: ${name} fik ${f1} i samlet F1.`,
    allAlike: (names: string, cases: string) =>
      `${names} kan ikke skelnes fra hinanden med ${cases}: forskellene kan skyldes tilfældet.`,
    best: (name: string, f1: string, cases: string, others: string) =>
      `${name} klarer sig bedst samlet (F1 ${f1}) og er påviseligt bedre end ${others}, målt på ${cases}.`,
    bestSome: (name: string, f1: string, cases: string) =>
      `Kun ${name} (F1 ${f1}) kan have førstepladsen, målt på ${cases}: hver af de andre er påviseligt dårligere end mindst én anden.`,
    top: (names: string, cases: string, rest: string) =>
      `Øverst ligger ${names}, som ikke kan skelnes fra hinanden med ${cases}; ${rest}.`,
    rest: (n: number) =>
      n === 1
        ? 'den sidste model er påviseligt dårligere end mindst én anden'
        : `de øvrige ${n} modeller er hver især påviseligt dårligere end mindst én anden`,
    baselineTop: (names: string) =>
      `Bemærk: ${names} er en simpel basismodel til sammenligning. En model, der ikke kan skelnes fra den, har endnu ikke vist sit værd.`,
    many: (n: number) => `${n} modeller`,
    others: (n: number) => `de ${n} andre modeller`,
    onlyBaselines:
      'Alle de målte modeller er simple basismodeller; de er med, så andre modeller kan holdes op mod dem.',
    interval: (value: string, interval: string) => `${value}, 95 %-interval ${interval}`,
    part: (name: string, count: string, of: string, share: string, interval: string) =>
      `${name}: ${count} af ${of} (${share}; ${interval})`,
    cleanNone: 'Der er ingen komplette sager, så falske alarmer kan ikke måles.',
    clean: (list: string) => `Falsk alarm på komplette ansøgninger: ${list}.`,
    cleanRange: (low: string, lowName: string, high: string, highName: string) =>
      `Falsk alarm på komplette ansøgninger: fra ${low} (${lowName}) til ${high} (${highName}).`,
    cleanHow: 'I falsk alarm er talt de komplette ansøgninger med, som modellen ikke svarede på.',
    wide: (count: string, n: number) =>
      `Med ${count} ${n === 1 ? 'komplet sag' : 'komplette sager'} er tallene for falsk alarm usikre.`,
    citations: (list: string) =>
      `Henvisninger til reglerne, hvor 100\u00A0% er alle de rigtige og ingen forkerte: ${list}.`,
    citationsRange: (low: string, lowName: string, high: string, highName: string) =>
      `Henvisninger til reglerne, hvor 100\u00A0% er alle de rigtige og ingen forkerte: fra ${low} (${lowName}) til ${high} (${highName}).`,
    citationsNone: 'Ingen model henviste til regler, så henvisningerne kan ikke bedømmes.',
    share: (name: string, share: string) => `${name}: ${share}`,
    fabricated: (list: string) => `Henvisninger til bestemmelser, der ikke findes: ${list}.`,
    fabricatedRange: (low: string, lowName: string, high: string, highName: string) =>
      `Henvisninger til bestemmelser, der ikke findes: fra ${low} (${lowName}) til ${high} (${highName}).`,
    burden: (list: string) => `Fund at læse for hver rigtig mangel: ${list}.`,
    burdenRange: (low: string, lowName: string, high: string, highName: string) =>
      `Fund at læse for hver rigtig mangel: fra ${low} (${lowName}) til ${high} (${highName}).`,
    costs: (list: string) => `Pris pr. sag: ${list}.`,
    costsRange: (low: string, lowName: string, high: string, highName: string) =>
      `Pris pr. sag: fra ${low} (${lowName}) til ${high} (${highName}).`,
    critical: (list: string) => `Kritiske mangler fundet: ${list}.`,
    criticalRange: (low: string, lowName: string, high: string, highName: string) =>
      `Kritiske mangler fundet: fra ${low} (${lowName}) til ${high} (${highName}).`,
    chance: (names: string, _n: number) =>
      `Bemærk: ${names} klarer sig ikke påviseligt bedre, end når svarene byttes om mellem sager af samme type.`,
    changes: (list: string) =>
      `Når sagen er ændret i noget uden betydning for dens mangler, er svaret det samme: ${list}.`,
    changesRange: (low: string, lowName: string, high: string, highName: string) =>
      `Når sagen er ændret i noget uden betydning for dens mangler, er svaret det samme: fra ${low} (${lowName}) til ${high} (${highName}).`,
    changesPart: (name: string, share: string, same: string, of: string) =>
      `${name} i ${share} af de ændrede sager (${same} af ${of})`,
    weakest: (change: string, share: string) => `svagest ved »${change}« (${share})`,
    injections: (list: string) => `Med en plantet instruks i sagen er svaret som uden den: ${list}.`,
    injectionsRange: (low: string, lowName: string, high: string, highName: string) =>
      `Med en plantet instruks i sagen er svaret som uden den: fra ${low} (${lowName}) til ${high} (${highName}).`,
    unanswered: (names: string, cases: string) =>
      `${names} besvarede ingen af de ${cases}. Alle tal herunder for ${names} viser det og ikke, hvad der ellers kunne være fundet.`,
    uncovered: (list: string) => `Ikke alle sager blev besvaret: ${list}.`,
    unansweredCounts:
      'En sag uden svar tæller som en sag, hvor intet blev fundet; en komplet sag uden svar regnes ikke som godkendt, men som falsk alarm.',
    uncoveredModel: (name: string, answered: string, planned: string) =>
      `${name} besvarede ${answered} af ${planned}`,
  },
  measured: {
    dataset: 'Datasæt',
    split: 'Del af datasættet',
    cases: 'Sager',
    defects: 'Mangler',
    models: 'Modeller',
    policy: 'Sammenholdning',
    repeats: 'Gentagelser',
    shown: 'Modellerne så',
    key: 'Kontrolnøgle',
    origin: 'Oprindelse',
    synthetic: 'Syntetisk (konstruerede sager)',
    real: 'Ikke syntetisk',
    version: (version: string) => `version ${version}`,
    caseCount: (all: string, complete: string, deficient: string) =>
      `${all} i alt: ${complete} ${complete === '1' ? 'komplet' : 'komplette'} og ${deficient} ${deficient === '1' ? 'mangelfuld' : 'mangelfulde'}`,
    defectCount: (required: string, advisory: string, contested: string, n: number) =>
      `${required} der skal findes; desuden ${advisory} vejledende og ${contested} ${n === 1 ? 'omstridt' : 'omstridte'}, som ikke tæller`,
    repeatCount: (n: number) =>
      n === 1
        ? 'hver sag er forelagt hver model én gang'
        : `hver sag er forelagt hver model ${n} gange; tallene er gennemsnit`,
    shownParts: {
      fields: 'felter',
      documents: 'bilagenes tekst',
      files: 'filer',
      localRules: 'lokale regler',
      taxonomy: 'listen over mangeltyper',
      catalogue: 'regelkataloget',
    },
    splits: { practice: 'øvedel', hidden: 'skjult del', test: 'testdel', all: 'alle sager' } as Record<
      string,
      string
    >,
  },
  models: {
    lead: 'Prikken er det målte tal. Stregen er 95 %-intervallet: der, hvor det sande tal rimeligvis ligger. En hul prik har intet interval. Figurerne har samme akse, fra 0 til 100 %.',
    higher: 'højere er bedre',
    lower: 'lavere er bedre',
    neither: 'hverken højt eller lavt er bedst',
    table: 'Modellernes hovedtal. Under hvert tal: 95 %-interval og antal sager (n).',
    tableLink: 'Alle tal står i tabellen under figurerne.',
    model: 'Model',
    place: 'Placering',
    modelAndPlace: 'Model og placering',
    /** Long names, with soft hyphens for narrow columns. */
    heads: { chanceAdjustedF1: 'Tilfældigheds\u00ADkorrigeret F1' } as Partial<Record<MeasureId, string>>,
    statusLink: 'Hvad der blev af alle planlagte sager, står under Drift og pris.',
    belowZero: 'Kun den tilfældighedskorrigerede F1 kan blive negativ; den lodrette streg er 0.',
    placeOrder:
      'Placeringen følger samlet F1. Når to modeller ikke kan skelnes, deler de plads. Modellerne står efter samlet F1, højeste først.',
    baselinesTitle: 'Basismodellerne, som de andre kan holdes op mod:',
    /** By id. */
    baselines: {
      silent: 'finder aldrig noget og kalder hver sag komplet',
      constant: 'melder de samme hyppige mangler i hver sag uden at læse den',
      'nearest-case': 'melder de mangler, som den sag i øvedelen har, der ligner mest i ordvalg',
      checklist: 'gennemgår felter og bilag efter en fast tjekliste, uden sprogmodel',
    } as Record<string, string>,
    rank: (low: number, high: number) => (low === high ? `nr. ${low}` : `nr. ${low}–${high}`),
    unplaced: 'ikke placeret',
    kinds: { baseline: 'basismodel', 'in-house': 'egen model', vendor: 'leverandør' },
    provenance: { 'run-by-us': 'kørt af os', 'self-reported': 'selvrapporteret, ikke efterprøvet' },
    version: (version: string) => `version ${version}`,
  },
  status: {
    planned: 'Planlagt',
    answered: 'Besvaret',
    abstained: 'Afstod',
    invalid: 'Ugyldigt svar',
    timedOut: 'For sent',
    failed: 'Fejlede',
    caption:
      'Hvad der blev af de planlagte sager: planlagt = besvaret + afstod + ugyldigt svar + for sent + fejlede.',
    sum: (p: string, a: string, b: string, i: string, t: string, f: string) =>
      `${p} planlagt = ${a} besvaret + ${b} afstod + ${i} ${i === '1' ? 'ugyldigt' : 'ugyldige'} + ${t} for sent + ${f} fejlede`,
    errors: 'Årsager',
    noErrors: 'ingen',
  },
};
