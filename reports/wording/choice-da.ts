/** What helps a buyer to choose: the question, strong and weak sides, the burden, the mix of cases, the limits. In Danish. */
export const choiceDa = {
  question: {
    one: (name: string) =>
      `Spørgsmålet: Hvor mange af manglerne i ansøgningerne finder ${name}, hvor tit slår modellen falsk alarm, og er dens henvisninger til reglerne rigtige?`,
    several: (models: string) =>
      `Spørgsmålet: Hvilken af de ${models} modeller finder manglerne i ansøgningerne uden at slå falsk alarm, er dens henvisninger til reglerne rigtige, og er forskellen mellem modellerne andet end tilfældig?`,
    variants:
      'Spørgsmålet: Giver modellerne samme svar, når sagen er ændret i noget, der ikke betyder noget for dens mangler?',
    tested: (models: string, n: number, cases: string, dataset: string, split: string) =>
      `Afprøvet: ${models} ${n === 1 ? 'model' : 'modeller'} på ${cases} fra ${dataset} (${split}).`,
    also: 'Det skal man også vide',
  },
  strengths: {
    lead: 'Mangelgrupper og sagstyper, hvor en model ligger klart over eller under sit eget niveau: 95\u00A0%-intervallet ligger helt på den ene side af modellens gennemsnit over grupperne (macro-F1), for sagstyper af dens samlede F1.',
    chance: (looked: string, expected: string) =>
      `Der er set på ${looked} felter. Ved tilfældighed alene ville omkring ${expected} af dem stå i tabellen: brug den til at vælge, hvilke sager der skal ses efter, ikke til at vælge model.`,
    table: 'Hvor modellerne er stærke og svage.',
    strong: 'Klart over eget niveau',
    weak: 'Klart under eget niveau',
    leaning: 'Hvad går ud over hvad',
    none: 'intet felt',
    careful: 'Forsigtig: det, den melder, holder oftere, end den finder det, der mangler.',
    eager: 'Ivrig: den finder mere af det, der mangler, end det, den melder, holder.',
    even: 'Ingen klar slagside mellem falske fund og oversete mangler.',
    noLeaning: 'Kan ikke siges: intervaller mangler.',
  },
  burden: {
    lead: 'Hvert fund skal læses af en sagsbehandler. Her står, hvor mange fund der er at læse for hver rigtig mangel, modellen finder, og hvad den mangel koster, hvor prisen er kendt.',
    how: 'Fund pr. rigtig mangel er 1 delt med præcisionen: 1,00 betyder, at alle fund er rigtige. Fund, der rammer vejledende eller omstridte punkter, er regnet med i fund pr. sag, men ikke her. Usikkerheden i prisen pr. mangel er den, der ligger i, hvor mange mangler modellen fandt.',
    chart: 'Fund at læse pr. rigtig mangel',
    chartNote: 'Stregen ved 1: alle fund er rigtige; lavere er bedre',
    table: 'Læsebyrde og pris.',
    perCase: 'Pris pr. sag',
    perDefect: 'Pris pr. rigtig mangel',
    uncalled: 'ikke målt',
    unpriced: 'prisen er ikke kendt for alle sager',
    noDefect: 'ingen rigtig mangel fundet',
    noPrices: 'Ingen af modellerne blev kaldt mod betaling i denne måling, så der er ingen pris pr. mangel.',
  },
  mix: {
    lead: 'Jeres sager har en anden blanding af sagstyper end datasættet. Her står, hvad samlet F1 bliver, hvis hver sagstype vejer lige meget, og hvis én sagstype ad gangen udelades.',
    equalNote: (types: string) =>
      `Lige vægt gælder de ${types} sagstyper, som der er mindst 5 sager af; de andre er ikke med i den kolonne.`,
    tooFew: 'Der er ikke to sagstyper med mindst 5 sager, så de kan ikke vejes mod hinanden.',
    stable: 'Rækkefølgen efter F1 er den samme, hvordan sagstyperne end vejes her.',
    turns:
      'Rækkefølgen efter F1 skifter med blandingen af sager. Se på de sagstyper, I har flest af, før I vælger.',
    asMeasured: 'Som målt',
    equal: 'Alle sagstyper vejer lige meget',
    without: (type: string) => `Uden ${type}`,
    table: 'Samlet F1 under andre blandinger af sagstyper.',
    columns: {
      measured: 'Som målt',
      equal: 'Lige vægt',
      lowest: 'Lavest uden én type',
      highest: 'Højest uden én type',
    },
    withoutName: (type: string) => `uden ${type}`,
  },
  limits: {
    lead: 'Hvad disse sager ikke kan afgøre, og omtrent hvor mange sager som disse der skal til.',
    pairs: 'Modeller, der ikke kan skelnes fra hinanden',
    pairsCaption: 'Sager, der skal til for at se en forskel i samlet F1 mellem to modeller.',
    pairsHow:
      'Regnet for ét par ad gangen, på 5\u00A0%-niveau og med 80\u00A0% chance for at se forskellen, hvis sagerne spreder sig som disse. Sammenlignes mange par, skal der flere sager til.',
    columns: {
      pair: 'Par',
      measured: 'Målt forskel i point',
      now: 'Sager nu',
      visible: 'Mindste, der kan ses nu',
      forMeasured: 'Sager til at se den målte forskel',
      forPoints: (points: string) => `Sager til at se ${points} point`,
    },
    allDifferent: 'Alle par af modeller er påviseligt forskellige på samlet F1.',
    unknown: 'kan ikke siges',
    none: 'ingen forskel målt',
    over: (cases: string) => `over ${cases}`,
    figures: 'Tal med brede intervaller',
    figuresTable: (points: string) =>
      `Sager, der skal til, før intervallet når højst ${points} point til hver side. For hvert tal står modellen med det bredeste interval.`,
    figuresHow: (points: string) =>
      `Et tal står her, når intervallet når mere end ${points} point til en af siderne. n er de sager, der har noget at tælle: komplette sager for falsk alarm, sager med en kritisk mangel for genfinding af kritiske mangler.`,
    figureColumns: {
      figure: 'Tal',
      model: 'Model',
      now: 'Nu',
      cases: 'Sager nu (n)',
      needed: 'Sager, der skal til',
    },
    narrow: (points: string) =>
      `Ingen af hovedtallene har et interval, der når mere end ${points} point til en side.`,
    few: (names: string) =>
      `Om disse siger målingen intet, for de har mangler i færre end 5 sager: ${names}.`,
    plain: {
      synthetic:
        'Sagerne er konstruerede. Hvordan modellerne klarer jeres egne sager, kan kun en måling på jeres egne sager vise.',
      versions:
        'Tallene gælder netop de versioner af modellerne, der står under Versioner og kontrolnøgle. En ny version skal måles på ny.',
      work: 'Målingen siger, hvad modellerne finder. Den siger ikke, om sagsbehandlere arbejder hurtigere eller bedre med dem.',
      people:
        'Ingen sagsbehandlere har vurderet de samme sager hver for sig, så det kan ikke siges, hvor enige mennesker er om dem.',
    },
  },
};
