/** How it was measured, in a few sentences; in English. */
export const methodEn = [
  'A finding is matched with the label within its case. Each finding can hit at most one defect and the other way round, and the order of findings means nothing.',
  'Only defects that must be found count. Advisory and contested points count neither for nor against. Defects that take discretion must be found.',
  'A case without a usable answer counts as an empty answer: its defects are missed. A complete case passes only when the model answered without false findings.',
  "The intervals are 95% intervals that allow for findings of one case hanging together (Wilson's interval with a correction for clusters; for composed figures a bootstrap over cases). n is the number of cases behind the figure; closely related cases (twins and variants) count as one. Fewer than 5 cases give no interval.",
  "Two models are called different only when a permutation test on the same cases shows it, after Holm's correction for all pairs. The place shows how many models are demonstrably better or worse.",
  'Dealt answers: F1 is taken over all ways to give a case the answer to another case of the same type, without drawing lots. Chance-adjusted F1 is (F1 − dealt F1) / (1 − dealt F1). At least half of the cases must have another case of the same type. p comes from 1,000 random deals.',
  'Twins are cases that are alike but for one defect. Which they are stands in the labels alone.',
  'Variants of a case (changed in what must not matter, or with a planted instruction) count in the main figures, and as the same case for the uncertainty. The same answer means the same defect types, and that both cases were answered.',
  'Separation is the area under the ROC curve. A complete case without an answer counts as the most suspicious, so no model gains by not answering.',
  'Discretion: the mark is measured on the true findings. Marked without cause is measured on all findings that take no discretion.',
  'Confidence: only findings with a confidence count, and advisory and contested ones are left out. The groups of the chart are of about the same size.',
  'The mix of cases: with equal weight each case type’s counts are divided by its number of cases before F1 is taken. Without one type F1 is taken over the other cases.',
  'Cases needed: the fewest with which a difference of that size is seen in 8 of 10 measurements (paired, 5% level), or with which the interval is so narrow, if cases spread as these do.',
  "People: each caseworker is measured against the majority of the others by the same rules as the models. Alpha is Krippendorff's, on the defect types of a case; kappa is Cohen's, on complete or deficient.",
  'There is no single composite score. Cost and latency stand under Operation and cost and are measured only for models that we called ourselves.',
] as const;
