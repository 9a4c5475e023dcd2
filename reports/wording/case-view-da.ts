import type { ListFilter } from '../case-view/list-filters.ts';

/** One text for one, another for none or many; `{n}` is the number. */
export interface Counted {
  one: string;
  other: string;
}

/** The words of the pages of cases and of their list; in Danish. */
export const caseViewDa = {
  caseView: {
    lead: 'Hver sag har sin egen side med bilagene ved siden af facit og modellernes fund.',
    sealed: 'Her står facit for den skjulte del: del ikke siden med en leverandør.',
    all: 'Alle sager',
    report: 'Til rapporten',
    before: 'Forrige sag',
    after: 'Næste sag',
    neighbours: 'Naboer i listen',
    place: (place: string, total: string) => `Sag ${place} af ${total}`,
    applied: (date: string) => `søgt ${date}`,
    whole: 'Læs hele bilaget',
    sheet: (name: string) => `Fil: ${name}. Siden vises som billede, når målingen åbnes med maalestok view.`,
    moreFindings: (text: string, n: number) =>
      `${text} ${n === 1 ? 'fund' : 'fund'} mere er ikke vist her; alle står i findings.csv.`,
    show: 'Vis',
    everything: 'alle sager',
    model: 'Hos model',
    allModels: 'alle modeller, bortset fra basismodeller',
    code: 'Mangeltype',
    any: 'alle',
    search: 'Sagens nummer',
    reset: 'Nulstil filtre',
    more: 'Vis flere',
    noScript:
      'Listen kræver, at browseren må køre scripts. Uden dem står alle sager og fund i findings.csv ved siden af rapporten.',
    filters: {
      missed: 'mangel overset af mindst én',
      missedByAll: 'mangel overset af alle',
      invented: 'falsk fund hos mindst én',
      inventedByAll: 'falsk fund hos alle',
      falseAlarm: 'falsk alarm på komplet sag',
      disagree: 'modellerne er uenige',
      unanswered: 'ikke besvaret af mindst én',
      right: 'helt rigtigt besvaret af alle',
      discretion: 'skøn indgår',
      complete: 'komplette sager',
      deficient: 'mangelfulde sager',
    } satisfies Record<ListFilter, string>,
    list: {
      cases: { one: '{n} sag', other: '{n} sager' } as Counted,
      matching: '{n} af {total} sager',
      reading: '{n} indtil nu; {read} af {total} sager er læst',
      broken:
        'En del af listen mangler. Den ligger i samme mappe som denne side; lav rapporten igen med maalestok report.',
      found: '{found} af {all} fundet',
      wrong: { one: '{n} falsk fund', other: '{n} falske fund' } as Counted,
      noneWrong: 'ingen falske fund',
    },
  },
  runList: {
    title: 'Kørsler',
    lead: 'Målinger på denne maskine, de nyeste først.',
    caption: 'Kørsler med rapport og sager.',
    run: 'Måling',
    dataset: 'Datasæt',
    models: 'Modeller',
    started: 'Begyndt',
    read: 'Læs',
    report: { da: 'Rapport', en: 'Rapport på engelsk' },
    cases: { da: 'Sager', en: 'Sager på engelsk' },
    noReport: (name: string) => `Ingen rapport endnu: maalestok report runs/${name}`,
    none: 'Her er ingen kørsler.',
  },
};
