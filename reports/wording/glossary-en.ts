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
  { term: 'F1', means: 'One figure for precision and recall together. It is high only where both are.' },
  {
    term: 'Citation (hjemmel) and hF1',
    means:
      'The provision that a finding rests on. hF1 says how well the citations hit: the right section with the wrong subsection counts in part, another section does not.',
  },
  {
    term: 'Coverage',
    means:
      'The share of cases with a usable answer. A case without an answer counts as one in which nothing was found.',
  },
  {
    term: '95% interval',
    means:
      "The figure's uncertainty. With other cases of the same kind the figure would have been somewhat different; the interval shows where the true figure reasonably lies. Few cases give a wide interval.",
  },
  {
    term: 'n',
    means:
      'The number of cases that a figure rests on. It differs from figure to figure: precision, for one, can only be computed on cases in which the model reported something.',
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
    term: 'Undefined',
    means:
      'There is nothing to divide by, e.g. the precision of a model without findings. It is neither 0% nor 100%.',
  },
] as const;
