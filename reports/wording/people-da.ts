/** People as the yardstick, in Danish. */
export const peopleDa = {
  people: {
    none: 'Ingen sag er gennemgået af flere sagsbehandlere hver for sig. Det kan derfor ikke siges, hvor enige mennesker er om disse sager, og hvor højt et tal en model med rimelighed kan nå.',
    lead: (cases: string, annotations: string) =>
      `Mindst to sagsbehandlere har hver for sig gennemgået ${cases} (${annotations} gennemgange i alt). Så kan det måles, hvor enige mennesker er, og modellerne kan holdes op mod det.`,
    unpaired:
      'Sagsbehandlere har gennemgået sager, men ingen sag er gennemgået af mindst to. Så kan deres enighed ikke måles.',
    how: 'Hver sagsbehandler holdes op mod de andres flertal: det, mere end halvdelen af de andre har peget på. Det, præcis halvdelen har peget på, er omstridt og tæller ikke. Modellerne holdes op mod de samme flertal.',
    human: (f1: string) => `En sagsbehandler når i snit F1 ${f1} over for de andre.`,
    means: (f1: string, human: string) =>
      `Modellernes tal skal læses i det lys: ${f1} betyder noget andet, hvor sagsbehandlere når ${human}, end hvor de når 100 %.`,
    model: {
      below: (list: string) => `Under intervallet for sagsbehandlerne: ${list}.`,
      within: (list: string) => `Inden for intervallet for sagsbehandlerne: ${list}.`,
      above: (list: string) => `Over intervallet for sagsbehandlerne: ${list}.`,
    },
    part: (model: string, f1: string) => `${model} (F1 ${f1})`,
    untested: 'Det er ikke prøvet, om forskellene kan skyldes tilfældet.',
    unmeasured: (reason: string) => `Sagsbehandlernes F1 kan ikke måles: ${reason}.`,
    noFigure: 'der er hverken mangler eller fund at sammenligne',
    scores:
      'Mennesker og modeller over for de samme flertal. Under hvert tal: 95 %-interval og antal sager (n).',
    who: 'Hvem',
    average: 'Sagsbehandler i snit',
    caseworker: 'sagsbehandler',
    chart: 'F1 over for sagsbehandlernes flertal',
    chartNote: 'højere er bedre',
    meanF1: (f1: string, interval: string) =>
      `Gennemsnittet af sagsbehandlernes F1, hvor hver tæller lige meget: ${f1} (${interval}).`,
    agreement: 'Hvor enige er sagsbehandlerne?',
    alpha: (alpha: string, interval: string) =>
      `Krippendorffs alfa på sagernes mangeltyper er ${alpha} (${interval}). 1 er fuld enighed, 0 er det, tilfældet giver. Som tommelfingerregel er 0,80 god enighed og 0,67 det mindste, man forsigtigt kan bygge på.`,
    alphaUnmeasured: (reason: string) => `Krippendorffs alfa kan ikke beregnes: ${reason}.`,
    noAlpha: 'der er for lidt at sammenligne',
    alphaTable: 'Enighed om hver mangeltype, som er nævnt i mindst 5 sager. Mindst enige først.',
    kappaTable: 'Enighed to og to om, hvorvidt sagen er komplet eller mangelfuld.',
    pair: (a: string, b: string) => `${a} og ${b}`,
    columns: { alpha: 'Alfa', kappa: 'Cohens kappa', pair: 'Sagsbehandlere' },
    noKappa: 'begge gav altid samme svar, så tilfældet kan ikke regnes fra',
    noCodes: 'Ingen mangeltype er nævnt i 5 sager eller flere.',
    noKappas: 'Ingen to sagsbehandlere har gennemgået samme sag.',
    tables: 'Enighed om hver mangeltype og mellem hver to sagsbehandlere',
  },
};
