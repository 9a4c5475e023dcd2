function few(n: number): string {
  return n === 0 ? 'ingen' : n === 1 ? 'én' : String(n);
}

/** Discretion and confidence, in Danish. */
export const furtherDa = {
  discretion: {
    lead: 'Nogle mangler kan ingen regel afgøre alene: kommunen skal vurdere, fx om byggeriet kan tillades efter en helhedsvurdering, eller om der kan gives dispensation. En model skal finde dem, men ikke afgøre dem. Den viser, at den kender forskellen, ved at mærke fundet: et menneske skal vurdere.',
    risk: 'Et fund uden mærket fremstår som afgjort. Følges det, har modellen udøvet skønnet i kommunens sted. Omvendt skjuler en model, der mærker alt, hvad der faktisk er klart efter reglerne. Ingen af delene kan ses i F1.',
    table: 'Modellernes mærkning af de fund, hvor et menneske skal vurdere.',
    columns: { words: 'Med ord' },
    denominators:
      '»Mærket sat rigtigt« regnes kun over de rigtige fund, der er mærket. »Mærket uden grund« regnes over alle fund, der ikke kræver et skøn, også de falske. En model kan derfor have 100\u00A0% i det første og alligevel have mærket falske fund.',
    foundNone: 'Fandt ingen mangler, der kræver et skøn.',
    marked: (marked: string, of: string) =>
      `Fandt ${of} mangler, der kræver et skøn, og overlod ${marked} af dem til et menneske.`,
    markedAll: (of: string) =>
      `Fandt ${of} mangler, der kræver et skøn, og overlod dem alle til et menneske.`,
    markedNone: (of: string) =>
      `Fandt ${of} mangler, der kræver et skøn, og overlod ingen af dem til et menneske.`,
    markedOne: (marked: boolean) =>
      `Fandt 1 mangel, der kræver et skøn, og overlod den ${marked ? '' : 'ikke '}til et menneske.`,
    wrong: {
      some: (wrong: string, of: string) => `Af ${of} andre fund er ${wrong} også mærket.`,
      none: 'Ingen andre fund er mærket.',
    },
    wrongAlone: {
      some: (wrong: string, of: string) => `Af ${of} fund er ${wrong} mærket.`,
      none: 'Ingen fund er mærket.',
    },
  },
  confidence: {
    title: 'Kan man stole på modellens egen sikkerhed?',
    none: 'Modellen siger ikke, hvor sikker den er på sine fund. Man kan derfor ikke nøjes med at se på de sikreste.',
    overall: (confidence: string, rate: string) =>
      `I snit er modellen ${confidence} sikker på sine fund; ${rate} af dem er rigtige.`,
    given: (share: string) =>
      `Sikkerhed er kun angivet for ${share} af fundene; i kurven regnes resten som de mindst sikre.`,
    bins: (n: string, over: number, under: number) =>
      `Fundene er delt i ${n} omtrent lige store grupper efter sikkerhed. I ${few(over)} af dem ligger modellens sikkerhed over intervallet for dens træfsikkerhed, i ${few(under)} under.`,
    oneBin: 'Der er for få forskellige sikkerheder til at dele fundene i grupper.',
    reliability: 'Sikkerhed og træfsikkerhed',
    reliabilityNote: (n: string) =>
      `Hver prik er en gruppe på ${n} fund. På den skrå linje holder modellen, hvad den lover; under den er den for sikker, over den for forsigtig.`,
    findings: (low: string, high: string) => (low === high ? low : `${low}–${high}`),
    axisConfidence: 'modellens egen sikkerhed',
    axisHits: 'rigtige fund',
    reliabilityTable: 'Fundene efter modellens egen sikkerhed.',
    columns: {
      bin: 'Sikkerhed',
      mean: 'I snit',
      findings: 'Fund',
      hits: 'Rigtige',
      hitRate: 'Træfsikkerhed',
    },
    curve: 'Præcision og genfinding',
    curveNote:
      'Fra venstre: kun de sikreste fund, så flere og flere. Jo længere linjen bliver oppe, jo bedre er de sikreste fund.',
    axisRecall: 'genfinding',
    axisPrecision: 'præcision',
    curveTable: 'Hvis man kun ser på fund, modellen er mindst så sikker på. Alle punkter står i result.json.',
    curveColumns: { threshold: 'Mindste sikkerhed', precision: 'Præcision', recall: 'Genfinding' },
    all: 'alle fund',
    tables: 'Tallene bag figurerne',
  },
};
