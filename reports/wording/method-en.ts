/** How it was measured, in a few sentences; in English. */
export const methodEn = [
  'A finding is matched with the label within its case. Each finding can hit at most one defect and the other way round, and the order of findings means nothing.',
  'Only defects that must be found count. Advisory and contested points count neither for nor against. Defects that take discretion must be found.',
  'A case without a usable answer counts as an empty answer: its defects are missed. A complete case passes only when the model answered without false findings.',
  "The intervals are 95% intervals that allow for findings of one case hanging together (Wilson's interval with a correction for clusters; for composed figures a bootstrap over cases). n is the number of cases behind the figure; closely related cases (twins) count as one. Fewer than 5 cases give no interval.",
  "Two models are called different only when a permutation test on the same cases shows it, after Holm's correction for all pairs. The place shows how many models are demonstrably better or worse.",
  'There is no single composite score. Cost and latency stand in an account of their own.',
] as const;
