/** Lines of the example's files, by file: `cases`, `labels` or `screenings`. */
export type ExampleName = 'cases' | 'labels' | 'screenings';

export interface VendorError {
  /** What the vendor did, as the page says it. */
  when: string;
  /** How the page says to mend it. */
  mend: string;
  /** Files to write over the example's, by name. */
  files?: Record<string, string | Uint8Array>;
  /** Absent: `score-file` on the folder's own three files. */
  args?: string[];
  /** 2 unless told. */
  code?: number;
}

const scoreFileArgs = [
  'score-file',
  '--cases',
  'cases.jsonl',
  '--labels',
  'labels.jsonl',
  '--screenings',
  'screenings.jsonl',
];

/** The arguments that an error is made with. */
export function argsOf(error: VendorError): string[] {
  return error.args ?? scoreFileArgs;
}

type Json = Record<string, unknown>;

/** Everything that can be wrong in what a vendor hands in, made from the example's own files. */
export function listVendorErrors(example: Record<ExampleName | 'suite', string>): VendorError[] {
  return [
    ...answerErrors(example),
    ...fileErrors(example),
    ...caseErrors(example),
    ...runErrors(example),
    ...vendorErrors,
  ];
}

function answerErrors({ screenings }: Record<ExampleName, string>): VendorError[] {
  const screening = (changes: Json) => ({ 'screenings.jsonl': withLine(screenings, 1, changes) });
  const finding = (changes: Json) => {
    const { findings } = JSON.parse(screenings.slice(0, screenings.indexOf('\n'))) as { findings: Json[] };
    return screening({ findings: [{ ...findings[0], ...changes }, ...findings.slice(1)] });
  };
  return [
    {
      when: 'A line breaks off',
      mend: 'Write each screening whole, on one line.',
      files: { 'screenings.jsonl': screenings.replace('\n', '').slice(0, 400) },
    },
    {
      when: 'A line is no JSON',
      mend: 'Write the file with a JSON library; count the characters from the start of the line.',
      files: { 'screenings.jsonl': screenings.replace('"status":', 'status:') },
    },
    {
      when: 'The whole file is one JSON array',
      mend: 'One object a line, no brackets around them, no commas between them.',
      files: { 'screenings.jsonl': `[${screenings.trim().split('\n').join(',')}]\n` },
    },
    { when: 'A field is missing', mend: 'Add it.', files: screening({ status: undefined }) },
    {
      when: 'A status that does not exist',
      mend: 'Use one of the five.',
      files: screening({ status: 'ok' }),
    },
    {
      when: 'An outcome that does not exist',
      mend: 'Use one of the three, or leave `outcome` out.',
      files: screening({ outcome: 'approved' }),
    },
    {
      when: 'A model without a version',
      mend: 'State the version that answered.',
      files: screening({ model: { id: 'eksempel-a' } }),
    },
    {
      when: 'Another schema version',
      mend: 'Write `maalestok.screening.v1`, or leave `schema` out.',
      files: screening({ schema: 'maalestok.screening.v2' }),
    },
    {
      when: 'An id with a space in it',
      mend: 'Letters and digits first, then also `.` `_` `-` `:`, at most 128 characters.',
      files: finding({ findingId: 'fund 1' }),
    },
    {
      when: 'One `findingId` twice in an answer',
      mend: 'Number the findings of each answer.',
      files: finding({ findingId: 'f2' }),
    },
    {
      when: '`findings` is no list',
      mend: 'A list, empty where nothing was found.',
      files: screening({ findings: 'ingen' }),
    },
    {
      when: 'A finding without text',
      mend: 'Add `text`; it may be empty.',
      files: finding({ text: undefined }),
    },
    {
      when: '`citations` is no list',
      mend: 'A list, also for one citation.',
      files: finding({ citations: 'BR18 § 177, nr. 2' }),
    },
    {
      when: 'A citation of another form',
      mend: 'A string, or an object with `law` (a string or null) and levels; `stk` and `nr` are whole numbers.',
      files: finding({ citations: [177] }),
    },
    {
      when: 'Evidence without a place',
      mend: 'Name a `documentId` or a `field`.',
      files: finding({ evidence: [{ page: 1 }] }),
    },
    {
      when: 'A page that is none',
      mend: 'Pages count from 1.',
      files: finding({ evidence: [{ documentId: 'dok-3', page: 0 }] }),
    },
    { when: 'A confidence in per cent', mend: 'Divide by 100.', files: finding({ confidence: 90 }) },
    {
      when: '`needsJudgement` as a word',
      mend: '`true` or `false`, without quotes.',
      files: finding({ needsJudgement: 'ja' }),
    },
    { when: 'A repeat that is negative', mend: 'Repeats count from 0.', files: screening({ repeat: -1 }) },
    {
      when: 'More findings than an answer may hold',
      mend: 'At most 500 findings an answer; 100 citations and 100 places a finding; 20,000 characters a text.',
      files: screening({
        findings: Array.from({ length: 501 }, (_, at) => ({ findingId: `f${at + 1}`, text: '' })),
      }),
    },
    {
      when: 'An answer to a case that is not in the file of cases',
      mend: 'Answer the cases you were given, with their ids unchanged.',
      files: screening({ caseId: 'eks-9' }),
    },
    {
      when: 'Two answers to one case',
      mend: 'Keep one, or number the repeats.',
      files: { 'screenings.jsonl': withLine(screenings, 2, { caseId: 'eks-1' }) },
    },
    {
      when: 'One model with more repeats than another in a file',
      mend: 'As many repeats of each, numbered from 0; or a file for each model.',
      files: { 'screenings.jsonl': withLine(screenings, 2, { repeat: 1 }) },
    },
    {
      when: 'Two versions of one model in a file',
      mend: 'One version a file.',
      files: { 'screenings.jsonl': withLine(screenings, 2, { model: { id: 'eksempel-a', version: '1.1' } }) },
    },
  ];
}

function fileErrors({ screenings }: Record<ExampleName, string>): VendorError[] {
  return [
    {
      when: 'An empty file',
      mend: 'A model that finds nothing still answers every case, with an empty list.',
      files: { 'screenings.jsonl': '' },
    },
    {
      when: 'A file that is not there',
      mend: 'Check the path; it is relative to where you stand.',
      args: [...scoreFileArgs.slice(0, -1), 'answers.jsonl'],
    },
    {
      when: 'Latin-1 (Windows) text',
      mend: 'Write UTF-8.',
      files: { 'screenings.jsonl': Buffer.from(screenings, 'latin1') },
    },
    {
      when: 'UTF-16 text',
      mend: 'Write UTF-8.',
      files: { 'screenings.jsonl': Buffer.from(`\uFEFF${screenings}`, 'utf16le') },
    },
    {
      when: 'A line of more than 32 MiB',
      mend: 'One screening a line.',
      files: { 'screenings.jsonl': Buffer.alloc(33 * 1024 * 1024, 0x20) },
    },
    { when: 'A flag is left out', mend: 'All three files are needed.', args: scoreFileArgs.slice(0, -2) },
    {
      when: 'A policy that does not exist',
      mend: 'Leave the flag out for the headline policy.',
      args: [...scoreFileArgs, '--policy', 'kind'],
    },
    {
      when: 'A language that does not exist',
      mend: 'Danish or English.',
      args: [...scoreFileArgs, '--language', 'sv'],
    },
  ];
}

/** Cases and labels of one's own. */
function caseErrors({ cases, labels }: Record<ExampleName, string>): VendorError[] {
  const defect = (changes: Json) => {
    const { defects } = JSON.parse(labels.slice(0, labels.indexOf('\n'))) as { defects: Json[] };
    return { 'labels.jsonl': withLine(labels, 1, { defects: [{ ...defects[0], ...changes }] }) };
  };
  return [
    {
      when: 'Own cases: a date that is none',
      mend: 'Year, month, day.',
      files: { 'cases.jsonl': withLine(cases, 2, { applicationDate: '03-10-2024' }) },
    },
    {
      when: 'Own cases: one id twice',
      mend: 'One id a case.',
      files: { 'cases.jsonl': withLine(cases, 2, { caseId: 'eks-1' }) },
    },
    {
      when: 'Own labels: a case without one',
      mend: 'A complete case has a label with an empty list.',
      files: { 'labels.jsonl': labels.slice(0, labels.indexOf('\n') + 1) },
    },
    {
      when: 'Own labels: a code that the taxonomy does not know',
      mend: 'Take it from [taxonomy.md](taxonomy.md), or name your own taxonomy with `--taxonomy`.',
      files: defect({ code: 'for_taet_paa_skel' }),
    },
    {
      when: 'Own labels: a citation that cannot be read',
      mend: 'Write law, § and levels.',
      files: defect({ citationSets: [['byggeretten']] }),
    },
  ];
}

function runErrors({ screenings, suite }: Record<ExampleName | 'suite', string>): VendorError[] {
  const run = ['run', '--suite', 'suite.yaml'];
  const suiteFile = (from: string, to: string) => ({ 'suite.yaml': suite.replace(from, to) });
  return [
    { when: 'A suite that is not there', mend: 'Check the path.', args: ['run', '--suite', 'my-suite.yaml'] },
    {
      when: 'A suite that is no YAML',
      mend: 'Mind the indentation.',
      args: run,
      files: suiteFile('    id: eksempel-a', '  id: eksempel-a'),
    },
    {
      when: 'A suite with a field that does not exist',
      mend: 'Check it against [suite.schema.json](../schemas/suite.schema.json).',
      args: run,
      files: suiteFile('split:', 'part:'),
    },
    {
      when: 'A replay model without its file',
      mend: 'Name the file, relative to the suite.',
      args: run,
      files: suiteFile('    screenings: screenings.jsonl\n    vendor', '    vendor'),
    },
    {
      when: 'A split that the data set does not have',
      mend: 'Take one from its `card.json`.',
      args: run,
      files: suiteFile('split: practice', 'split: test'),
    },
    {
      when: 'A file of several models, and the suite names none',
      mend: 'Give the `id`, once for each model that is to be shown.',
      args: run,
      files: suiteFile('    id: eksempel-a\n', ''),
    },
    {
      when: 'One model twice in a suite',
      mend: 'List it once.',
      args: run,
      files: suiteFile('    id: eksempel-b', '    id: eksempel-a'),
    },
    {
      when: 'Data that is not what its card says',
      mend: 'Fetch the data set again; figures on changed data are not comparable.',
      args: run,
      files: { 'cases.jsonl': '', 'screenings.jsonl': screenings },
    },
    {
      when: 'A folder that holds no run',
      mend: 'Name the folder that `maalestok run` printed.',
      args: ['report', 'runs/none'],
    },
  ];
}

function withLine(text: string, line: number, changes: Json): string {
  const lines = text.split('\n');
  lines[line - 1] = JSON.stringify({ ...(JSON.parse(lines[line - 1]!) as Json), ...changes });
  return lines.join('\n');
}

const vendorErrors: VendorError[] = [
  { when: 'Practice without answers', mend: 'Name a file or an endpoint.', args: ['practice'] },
  {
    when: 'Practice with answers to other cases',
    mend: 'Answer the cases of `datasets/byggesag-da/practice.cases.jsonl`.',
    args: ['practice', '--screenings', 'screenings.jsonl'],
  },
  {
    when: 'A key in a flag instead of its name',
    mend: 'Keys go through the environment, so that they stand in no history or list of processes.',
    args: ['vendor', 'check', 'https://vendor.example/screen', '--api-key', 'my-secret-key'],
  },
  {
    when: 'An endpoint on your own machine or network',
    mend: 'Add `--allow-private`.',
    args: ['practice', '--endpoint', 'http://127.0.0.1:8787/screen'],
  },
];
