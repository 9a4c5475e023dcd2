/** Whether it is the case that a model answers: dealt answers, twins and separation; in Danish. */
export const chanceDa = {
  chance: {
    lead: 'En liste over de hyppigste mangler, givet til alle ansøgninger uden at læse dem, kan ramme lige så meget som et dygtigt hjælpemiddel. Derfor prøves det, om svarene hører til netop deres sag: modellens svar byttes om mellem sager af samme type, og F1 regnes ud igen. Er tallet næsten det samme, er det den gennemsnitlige sag, modellen svarer på.',
    basis: (alike: string, all: string) =>
      `Svar kan byttes om mellem de sager, hvor mindst én anden sag er af samme type: ${alike} af ${all}.`,
    constant: (name: string, f1: string) =>
      `Den faste liste (${name}) giver alle sager de samme mangler uden at læse dem. Den når F1 ${f1}.`,
    betterThanConstant: (names: string) => `Påviseligt bedre end den: ${names}.`,
    notBetterThanConstant: (names: string) => `Ikke påviseligt bedre end den: ${names}.`,
    table:
      'Modellernes egne svar og de samme svar byttet om. Under hvert tal: 95 %-interval og antal sager (n).',
    columns: {
      words: 'Med ord',
      own: 'Egne svar (F1)',
      shuffled: 'Ombyttede svar (F1)',
      excess: 'Forskel',
      p: 'p',
    },
    numbers: (shuffled: string, own: string) =>
      `Bytter man svarene om, når de F1 ${shuffled}. Modellens egne når ${own}.`,
    verdicts: {
      above: 'Det ligger klart over.',
      aboveUnmeasured: 'Det ligger over, men usikkerheden på forskellen kan ikke beregnes.',
      aboveUnsure: 'Testen taler for, at det ligger over, men forskellen kan være helt nede ved nul.',
      alike: 'Forskellen kan skyldes tilfældet.',
      notAbove: 'Det er ikke bedre.',
      untested: 'Det er ikke prøvet, om forskellen kan skyldes tilfældet.',
    },
    unmeasured: (reason: string) => `Kan ikke måles: ${reason}.`,
    p: 'p er andelen af tilfældige ombytninger, der klarer sig mindst lige så godt som modellens egne svar. Over 0,05 regnes forskellen for mulig ved et tilfælde. p gælder hver model for sig.',
    chart: 'F1 med egne og med ombyttede svar',
    chartNote: 'afstanden mellem de to er det, modellen henter i sagen',
    own: (name: string) => `${name}, egne`,
    shuffled: (name: string) => `${name}, ombyttede`,
  },
  twins: {
    title: 'Tvillinger',
    lead: (pairs: string, _n: number) =>
      `${pairs} par sager er tvillinger: de er ens på nær én mangel, som kun den ene har. Læser modellen sagen, finder den manglen i den ene og melder den ikke i den anden. Modellen får ikke at vide, hvilke sager der er tvillinger.`,
    unusable: (count: string, n: number) =>
      `${count} par er ikke med, fordi ${n === 1 ? 'det' : 'de'} adskiller sig i mere eller mindre end én mangel.`,
    none: 'Ingen sager har en tvilling, der kan bruges. Det er derfor ikke målt, om modellerne ser forskel på to næsten ens sager.',
    table: 'Mangler, der skiller en sag fra dens tvilling.',
    unmeasured: 'Kan ikke måles.',
    foundNone: (of: string) => `Fandt ingen af de ${of}.`,
    never: (found: string, of: string) => `Fandt ${found} af ${of} og skilte dem alle fra tvillingen.`,
    also: (found: string, of: string, also: string) =>
      `Fandt ${found} af ${of}; for ${also} af dem skiller svaret ikke sagen fra tvillingen.`,
  },
  separation: {
    title: 'Skiller modellen mangelfulde sager fra komplette?',
    lead: 'Trækkes en mangelfuld og en komplet sag tilfældigt: hvor ofte får den mangelfulde flest fund? Altid er 100 %; 50 % er som plat eller krone. Fx har en model, der melder lige meget i alle sager, 50 %.',
    table: 'Mangelfulde over for komplette sager.',
    words: 'Efter antal fund, med ord',
    verdicts: {
      apart: 'Mangelfulde sager får oftere flest fund.',
      alike: 'Kan ikke skelnes fra plat eller krone.',
      reversed: 'Komplette sager får oftere flest fund.',
      even: 'Gør ingen forskel på dem.',
      unsure: 'Usikkerheden kan ikke beregnes.',
    },
  },
};
