import type { caseViewDa } from './case-view-da.ts';

/** The words of the pages of cases and of their list; in English. */
export const caseViewEn: typeof caseViewDa = {
  caseView: {
    lead: "Each case has a page of its own, with its documents beside the label and the models' findings.",
    sealed: 'The labels of the hidden split stand here: do not share this page with a vendor.',
    all: 'All cases',
    report: 'To the report',
    before: 'Previous case',
    after: 'Next case',
    neighbours: 'Neighbours in the list',
    place: (place, total) => `Case ${place} of ${total}`,
    applied: (date) => `applied for ${date}`,
    whole: 'Read the whole document',
    sheet: (name) =>
      `File: ${name}. The page is shown as a picture when the run is opened with maalestok view.`,
    moreFindings: (text, n) =>
      `${text} more ${n === 1 ? 'finding is' : 'findings are'} not shown here; all stand in findings.csv.`,
    show: 'Show',
    everything: 'all cases',
    model: 'Of model',
    allModels: 'all models but the baselines',
    code: 'Defect type',
    any: 'all',
    search: 'Case number',
    reset: 'Reset filters',
    more: 'Show more',
    noScript:
      'The list needs a browser that may run scripts. Without them all cases and findings stand in findings.csv beside the report.',
    filters: {
      missed: 'a defect missed by at least one',
      missedByAll: 'a defect missed by all',
      invented: 'a false finding by at least one',
      inventedByAll: 'a false finding by all',
      falseAlarm: 'false alarm on a complete case',
      disagree: 'the models disagree',
      unanswered: 'not answered by at least one',
      right: 'answered rightly by all',
      discretion: 'discretion is needed',
      complete: 'complete cases',
      deficient: 'deficient cases',
    },
    list: {
      cases: { one: '{n} case', other: '{n} cases' },
      matching: '{n} of {total} cases',
      reading: '{n} so far; {read} of {total} cases are read',
      broken:
        'A part of the list is missing. It belongs in the same folder as this page; write the report again with maalestok report.',
      found: '{found} of {all} found',
      wrong: { one: '{n} false finding', other: '{n} false findings' },
      noneWrong: 'no false findings',
    },
  },
  runList: {
    title: 'Runs',
    lead: 'Runs on this machine, the newest first.',
    caption: 'Runs with report and cases.',
    run: 'Run',
    dataset: 'Data set',
    models: 'Models',
    started: 'Started',
    read: 'Read',
    report: { da: 'Report in Danish', en: 'Report' },
    cases: { da: 'Cases in Danish', en: 'Cases' },
    noReport: (name) => `No report yet: maalestok report runs/${name}`,
    none: 'There are no runs here.',
  },
};
