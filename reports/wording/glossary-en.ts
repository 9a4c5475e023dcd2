/** The terms of the report, for a reader who knows building law and not statistics. */
export const glossaryEn = [
  {
    term: 'Case (sag)',
    means: 'One building application: fields, documents and the local rules that apply to it.',
  },
  {
    term: 'Defect (mangel)',
    means:
      'An error or omission that the label says the case has. Critical defects are those that stop a case alone.',
  },
  { term: 'Label (facit)', means: "The full list of a case's defects. The model never sees it." },
  { term: 'Finding (fund)', means: 'One thing that a model reports about a case.' },
  { term: 'Missed', means: 'A defect that no finding hit.' },
  {
    term: 'False finding',
    means: 'A finding that answers to no defect of the label. Repeating a true finding counts as false too.',
  },
  {
    term: 'False alarm',
    means: 'A complete case that did not pass: the model reported defects, abstained or failed.',
  },
  {
    term: 'Recall',
    means: 'Of all defects: the share that the model found. Low recall means that defects are missed.',
  },
  {
    term: 'Precision',
    means: "Of all the model's findings: the share that are right. Low precision means wasted work.",
  },
  {
    term: 'Findings per true defect',
    means:
      'So many findings must be read for each true defect that the model finds. 1.00 is best: then every finding is right.',
  },
  { term: 'F1', means: 'One figure for precision and recall together. It is high only where both are.' },
  {
    term: 'Citation (hjemmel) and hF1',
    means:
      'The provision that a finding rests on. hF1 says how well the citations hit: the right section with the wrong subsection counts in part, another section does not.',
  },
  {
    term: 'Coverage',
    means:
      'The share of cases with a usable answer. A case without an answer counts as one in which nothing was found; a complete case without an answer is not held to have passed.',
  },
  {
    term: '95% interval',
    means:
      "The figure's uncertainty. With other cases of the same kind the figure would have been somewhat different; the interval shows where the true figure reasonably lies. Few cases give a wide interval.",
  },
  {
    term: 'n',
    means:
      'The number of cases that a figure rests on; a case with its twins and variants is one. It differs from figure to figure: precision, for one, can only be computed on cases in which the model reported something.',
  },
  {
    term: 'Cannot be told apart',
    means:
      'The difference between two models is no larger than chance in these very cases may explain. It does not mean that they are equally good.',
  },
  {
    term: 'Place, e.g. no. 1–2',
    means: 'The places that the model may hold once uncertainty is counted in.',
  },
  {
    term: 'Discretion (skøn)',
    means:
      'A defect where the municipality itself must judge, e.g. an overall assessment under BR18 §§ 187-188. It must be found, but not decided by the model.',
  },
  {
    term: 'Dealt answers',
    means:
      "The model's answers, given to other cases of the same type than those they belong to. Where they do nearly as well, the model does not read the single case.",
  },
  {
    term: 'Chance-adjusted F1',
    means:
      'F1 less what dealt answers reach as well: 0% is dealt answers, 100% is faultless. Under 0% is worse than dealt answers.',
  },
  {
    term: 'Twin',
    means:
      'A case that is like another but for one defect. It shows whether the model sees that very defect.',
  },
  {
    term: 'AUC (separation)',
    means:
      'How often a deficient case gets more findings (or a higher confidence) than a complete one when two are drawn at random. 100% is always, 50% is the toss of a coin.',
  },
  {
    term: 'p',
    means:
      'How often chance alone would give a difference at least as large. A small figure (at most 0.05) speaks against chance.',
  },
  {
    term: "The model's own confidence",
    means:
      'The figure from 0 to 100% that the model itself puts on a finding. It is worth something only where it holds.',
  },
  {
    term: 'Expected calibration error (ECE)',
    means:
      "How far the model's own confidence lies from how often it is right, on average, in points. If it says 90% and is right in 70%, the error is 20 points.",
  },
  {
    term: 'Brier score',
    means:
      'One measure of the confidence, from 0 to 1; lowest is best. Always saying 50% gives 0.25. High confidence in a false finding costs most.',
  },
  {
    term: "Krippendorff's alpha",
    means:
      "How far caseworkers agree on a case's defects, less what chance would give. 1 is full agreement, 0 is as chance, under 0 is worse.",
  },
  {
    term: "Cohen's kappa",
    means:
      'The same for two caseworkers on one question: is the case complete or deficient? The scale is that of alpha.',
  },
  {
    term: 'The majority (consensus)',
    means: 'The defects that more than half of the other caseworkers pointed out in the case.',
  },
  {
    term: 'p50, p95 and p99',
    means: 'The time that the fastest 50, 95 and 99 of 100 answers took at most.',
  },
  {
    term: 'Undefined',
    means:
      'There is nothing to divide by, e.g. the precision of a model without findings. It is neither 0% nor 100%.',
  },
] as const;
