import type { SplitFacts } from './card-facts.ts';

type Labels = NonNullable<SplitFacts['labels']>;
type People = NonNullable<SplitFacts['people']>;

/** The words of a data set's card. */
export const cardWords = {
  da: {
    synthetic: 'Syntetiske sager: ingen af dem er en virkelig sag.',
    id: 'Id',
    version: 'Version',
    labelVersion: 'Version af facit',
    creator: 'Lavet af',
    published: 'Udgivet',
    url: 'Adresse',
    licence: 'Licens',
    taxonomy: 'Mangeltyper',
    catalogue: 'Regelkatalog',
    origin: 'Hvor sagerne kommer fra',
    splits: 'Dele',
    caseType: 'Sagstype',
    number: 'Antal sager',
    cases: (cases: number) => `${cases} sager.`,
    labels: ({ complete, deficient, required, advisory, contested, groups }: Labels) =>
      `${complete} er fuldt oplyst, ${deficient} har mangler. ${required} påkrævede, ${advisory} vejledende og ${contested} omstridte mangler i ${groups} grupper.`,
    people: ({ annotators, annotations, paired }: People) =>
      `${annotators} sagsbehandlere har lavet ${annotations} gennemgange; ${paired} sager er gennemgået af mindst to.`,
    changes: 'Ændringer af facit',
    changesLead: (count: number) =>
      `${count} ændringer i alt. Hver står i ændringsloggen med hvem, hvornår, hvad og hvorfor.`,
    changeColumns: ['Version', 'Dato', 'Hvordan', 'Af', 'Ændringer'],
    via: {
      correction: 'rettelse',
      adjudication: 'afgørelse af uenighed',
      pooling: 'bedømmelse af modellers fund',
      agreement: 'enighed mellem sagsbehandlere',
      singleReading: 'en enkelt gennemgang',
    },
  },
  en: {
    synthetic: 'Synthetic cases: none of them is a real case.',
    id: 'Id',
    version: 'Version',
    labelVersion: 'Version of the labels',
    creator: 'Made by',
    published: 'Published',
    url: 'Address',
    licence: 'Licence',
    taxonomy: 'Types of defect',
    catalogue: 'Rule catalogue',
    origin: 'Origin of the cases',
    splits: 'Splits',
    caseType: 'Case type',
    number: 'Cases',
    cases: (cases: number) => `${cases} cases.`,
    labels: ({ complete, deficient, required, advisory, contested, groups }: Labels) =>
      `${complete} are complete, ${deficient} have defects. ${required} required, ${advisory} advisory and ${contested} contested defects in ${groups} groups.`,
    people: ({ annotators, annotations, paired }: People) =>
      `${annotators} caseworkers made ${annotations} readings; ${paired} cases were read by two or more.`,
    changes: 'Changes of the labels',
    changesLead: (count: number) =>
      `${count} changes in all. Each stands in the change log with who, when, what and why.`,
    changeColumns: ['Version', 'Date', 'How', 'By', 'Changes'],
    via: {
      correction: 'correction',
      adjudication: 'adjudication',
      pooling: 'judgement of findings',
      agreement: 'agreement of caseworkers',
      singleReading: 'a single reading',
    },
  },
};
