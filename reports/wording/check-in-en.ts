import type { checkInDa } from './check-in-da.ts';

/** The words of the check-in report, in English. */
export const checkInEn: typeof checkInDa = {
  checkIn: {
    kind: 'Check-in report',
    title: (cluster, month) => `Check-in for ${cluster}, ${month}`,
    lede: (month) =>
      `For the cluster's meeting in ${month}. The sentences are written by fixed rules from the figures, never by a model.`,
    sections: {
      answer: 'In short',
      agenda: 'Agenda: questions for the meeting',
      changes: 'What changed since the last check-in?',
      trend: 'Month by month',
      gates: "The cluster's requirements",
      municipalities: 'Municipality by municipality',
      cases: 'Cases worth talking about',
      decisions: 'Decisions and label changes since the last check-in',
      rules: 'What does a common model of the rules lack?',
      method: 'How to read the figures',
      versions: 'Data sets and comparability keys',
    },
    first: "This is the cluster's first check-in: there is no earlier month to compare with yet.",
    firstOfData: (name) => `${name} is new in the cluster: there is no earlier month to compare with yet.`,
    cases: (month, common, added, removed) =>
      `Since the check-in in ${month}: ${common} are in both, ${added} are new, and ${removed} are gone or changed in content.`,
    casesSame: (month, common) =>
      `Since the check-in in ${month} the cases are the same: ${common}, unchanged in content.`,
    relabelled: (cases, n) => `${cases} of those in both ${n === 1 ? 'has' : 'have'} a corrected label.`,
    ruler: (parts) =>
      `The measuring differs from last time (${parts}). Last month's answers were therefore scored again by what holds now; no model was asked again.`,
    apart: (parts) => `The months do not compare, since the models were asked in different ways (${parts}).`,
    unreadable:
      "The months do not compare: last month's answers or scores cannot be read by this version of Målestok.",
    noCommon: 'No case is in both months, so a change in the models cannot be measured.',
    noShared: 'No model is in both months.',
    gone: (names) => `No longer measured: ${names}.`,
    fresh: (names) => `New models, which cannot be compared with last time: ${names}.`,
    versionChanged: (id, before, now) => `${id} went from version ${before} to ${now}.`,
    change: {
      better: (id, measure, points, interval, cases) =>
        `${id} does demonstrably better than last time on the common cases. ${measure}: ${points} (${interval}), measured on ${cases}.`,
      worse: (id, measure, points, interval, cases) =>
        `${id} does demonstrably worse than last time on the common cases. ${measure}: ${points} (${interval}), measured on ${cases}.`,
      notProven: (id, measure, points, interval, cases) =>
        `No change is shown for ${id} on the common cases. ${measure}: ${points} (${interval}), measured on ${cases}; it may be chance.`,
      same: (id, measure, cases) =>
        `${id} has the same result as last time in each of the common cases. ${measure}: unchanged, measured on ${cases}.`,
      undefined: (id, measure) =>
        `${measure} of ${id} cannot be compared on the common cases: the figure is undefined in at least one of the months.`,
      smallest: (points) => `With this many cases a change of less than ${points} cannot be seen.`,
      smallestNever: 'With so few cases no change can be seen with confidence.',
      sameInSeveral: (id, measures) =>
        `${id} has the same result as last time in each of the common cases. Unchanged are: ${measures}.`,
      measured: (measure, cases) => `${measure} (${cases})`,
      none: (cases) => `No model has demonstrably changed on the common cases (${cases}).`,
    },
    parts: {
      caption: (measure) =>
        `${measure}: the change taken apart. The model + labels and rules + the mix of cases = the whole change (rounded).`,
      model: 'Model',
      before: 'Last time',
      now: 'Now',
      total: 'Whole change',
      byModel: 'The model',
      byRuler: 'Labels and rules',
      byMix: 'The mix of cases',
      proven: 'shown',
      notProven: 'not shown',
      same: 'unchanged in each case',
      cases: (cases) => `n = ${cases}`,
      counted: 'no interval',
      tooFewInMonth: 'under 5 cases count in at least one of the months',
      interval: (range) => `95% interval ${range}`,
      lead: "The model's part is measured on the same cases with the same labels. The cases' part says nothing of the model: it shows what new cases and cases that are gone do to the figure.",
    },
    trend: {
      lead: 'Months without a break between them are measured on the same cases with the same labels, and compare. Across a break figures do not compare; use the parts above.',
      one: 'There is only one month yet.',
      chart: (id) => `${id}: overall F1`,
      note: 'higher is better',
      caption: (id) => `${id} month by month`,
      month: 'Month',
      comparable: 'Comparison',
      start: 'begins here',
      same: 'compares with the month before',
      broken: (parts) => `break: ${parts}`,
      breakRow: 'Break',
      absent: 'not measured',
      parts: {
        datasetContent: 'other cases',
        split: 'another split of the data set',
        cases: 'another selection of cases',
        labels: 'other labels',
        catalogue: 'another rule catalogue',
        taxonomy: 'another list of defect types',
        scorer: 'another version of the scorer',
        policy: 'another matching policy',
        protocol: 'asked in another way',
        'protocol.repeats': 'another number of repeats',
        'protocol.timeoutMs': 'another time limit for answers',
        'protocol.retries': 'another number of further attempts',
        'protocol.shown.fields': 'the fields were not shown both times',
        'protocol.shown.documents': 'the documents were not shown both times',
        'protocol.shown.files': 'the files were not shown both times',
        'protocol.shown.localRules': 'the local rules were not shown both times',
        'protocol.shown.taxonomy': 'the list of defect types was not shown both times',
        'protocol.shown.catalogue': 'the rule catalogue was not shown both times',
      } as Record<string, string>,
    },
    gates: {
      none: 'The cluster has set no requirements.',
      caption:
        "The cluster's requirements, model by model. One is met only when the whole 95% interval is on the right side.",
      gate: 'Requirement',
      model: 'Model',
      figure: 'Measured',
      verdict: 'Answer',
      min: (measure, bound) => `${measure} at least ${bound}`,
      max: (measure, bound) => `${measure} at most ${bound}`,
      verdicts: {
        met: 'met',
        notMet: 'not met',
        undecided: 'cannot be decided with this number of cases',
        undefined: 'cannot be decided: the figure is not defined',
      },
      summary: (all, met, notMet, undecided) =>
        `The cluster's requirements, counted model by model (${all} in all): ${met} met, ${notMet} not met, and ${undecided} cannot be decided.`,
    },
    unanswered: (names) => `${names} answered none of the cases. The figures show that and nothing else.`,
    failed: (name, answered, planned) =>
      `${name} answered ${answered} of ${planned} cases; a case without an answer counts as one in which nothing was found.`,
    municipalities: {
      lead: 'The municipalities have different cases. Where figures differ, that may have local reasons: other case types, local plans or practice. The figures do not say who does best.',
      caption: (measure) => `${measure} by the municipality of the cases`,
      municipality: 'Municipality',
      others: 'Other municipalities',
      fewCases: 'not shown: fewer than 5 cases',
      protects: 'not shown: a hidden group could be computed from it',
      none: 'no cases that count here',
      hidden:
        'Groups in which fewer than 5 cases count are not shown. Where a hidden group could be computed from the others, one more is hidden.',
      apart: (model, measure, low, high) =>
        `${measure} of ${model}: the intervals of ${low} and ${high} do not overlap. That may have local reasons, and among many municipalities it may be chance.`,
    },
    notable: {
      none: 'No case stands out by the fixed rules.',
      lead: (shown, all) =>
        `${shown} chosen of ${all} that have at least one reason. The choice follows fixed rules: most and weightiest reasons first, at most four cases for each reason.`,
      summary: (all, n) =>
        `${all} ${n === 1 ? 'is' : 'are'} worth a talk, since models or caseworkers disagree, or since a person must judge.`,
      reasons: {
        caseworkersDisagree: 'Caseworkers disagree',
        missedByAll: 'No model found the defect',
        inventedByAll: 'The models report what the label lacks',
        modelsDisagree: 'The models disagree',
        discretion: 'Needs discretion',
      },
      open: (caseId) => `Case ${caseId}`,
      reason: (reason, codes) => `${reason}: ${codes}`,
    },
    questions: {
      caseworkersDisagree: (codes) => `Caseworkers disagree about: ${codes}. What is the common practice?`,
      missedByAll: (codes) =>
        `No model found: ${codes}. Is the label right, and can the defect be seen in the material?`,
      inventedByAll: (codes) =>
        `The models report what the label lacks: ${codes}. Is it missing in the label, or are the models wrong?`,
      modelsDisagree: (codes) =>
        `The models disagree about: ${codes}. What must a caseworker check themselves?`,
      discretion: (codes) =>
        `The case needs discretion: ${codes}. Who judges, and how can it be seen in the answer?`,
      gateNotMet: (gate, model) => `The requirement “${gate}” is not met by ${model}. What follows?`,
      gateUndecided: (gate, model) =>
        `The requirement “${gate}” cannot be decided for ${model} with this number of cases. Are more cases needed?`,
      worse: (model, measure) =>
        `${model} does demonstrably worse than last time on the common cases (${measure}). What did the vendor change?`,
      disputed: (provision) =>
        `${provision} is treated differently. Does the cluster need a common reading, or are there local reasons?`,
      unexplained: (cases) =>
        `The label changed in ${cases}, and the change log does not say why. Who can explain it?`,
      standing:
        "What do we decide? Decisions are written into the cluster's file of decisions and stand in the next report.",
      see: (cases) => `See ${cases}`,
    },
    decisions: {
      title: 'Decisions',
      none: 'There are no new decisions since the last check-in.',
      noFile: 'The cluster has no file of decisions.',
      caption: 'Decisions that stood in no earlier check-in',
      date: 'Date',
      about: 'About',
      decision: 'Decision',
      by: 'By',
    },
    labels: {
      title: 'Label changes',
      none: 'The labels of the common cases are unchanged.',
      changed: (cases) => `The label changed in ${cases} of the common ones.`,
      unlogged: 'The change log does not say why.',
      partlyUnlogged: (cases) => `Of ${cases} the change log does not say why:`,
      caption: (shown, all) => `From the data set's change log: ${shown} of ${all} lines`,
      date: 'Date',
      case: 'Case',
      kind: 'Change',
      why: 'Reason',
      by: 'By',
      kinds: {
        added: 'defect added',
        removed: 'defect removed',
        changed: 'defect changed',
        outcome: 'outcome changed',
        leftOut: 'case taken out',
      },
    },
    rules: {
      lead: 'Provisions that models or people do not handle alike: material for a common, machine-readable form of the rules.',
      titles: {
        missed: 'Most often missed',
        wronglyCited: 'Most often cited wrongly',
        disputed: 'Disputed between caseworkers or municipalities',
        unknown: 'Unknown to the rule catalogue',
      },
      none: {
        missed: 'No defect was missed.',
        wronglyCited: 'No provision was cited wrongly.',
        disputed: 'No provision is treated differently in what can be compared.',
        unknown: "All provisions cited are in the rule catalogue or in the case's own local plan.",
      },
      provision: 'Provision',
      times: 'Number',
      of: (count, all) => `${count} of ${all} answers`,
      alone: (count, n) => (n === 1 ? `${count} time` : `${count} times`),
      cases: 'Cases behind it',
      more: (cases) => `${cases} in all`,
      local: 'Differences may have local reasons.',
    },
    method: [
      'The interval is a 95% interval; n is the number of cases that count in the figure (a case with its variants counts as one). Under 5 cases there is no interval.',
      'Which cases count: in F1 all in which there is a defect to find, or in which the model reports one; in false alarms the complete ones; in critical recall those that have a critical defect.',
      "A change is called shown only when a paired permutation test on the common cases says so, after Holm's adjustment over all models and measures of the data set. A change may therefore not be shown although its own interval does not reach 0.",
      "The model's part: the answers now against those of last time on the common cases, both scored by the labels and the scorer that hold now.",
      "Labels and rules: what corrected labels, rule catalogue or scorer do to last month's answers to the common cases.",
      'The mix of cases: the rest of the change, which comes of cases that are new, gone or changed. The interval is linearised, and given from 5 such cases on.',
      'A case is the same where all of its content is the same.',
    ],
    versions: {
      caption: 'What the figures are measured on',
      dataset: 'Data set',
      version: 'Version',
      cases: 'Cases',
      key: 'Comparability key',
      run: 'Run',
      openRun: 'The whole measurement',
    },
    workbook: {
      overview: 'Overview',
      trend: 'Months',
      changes: 'Changes',
      gates: 'Requirements',
      municipalities: 'Municipalities',
      provisions: 'Provisions',
      cases: 'Cases',
      decisions: 'Decisions',
      labels: 'Label changes',
    },
    mail: {
      agenda: 'Agenda',
      figures: 'The figures',
      full: (file) => `The whole report: ${file}`,
    },
  },
};
