import type { Card, SplitName } from '../../datasets/card.ts';

/** A file of the data set, by its name in the folder. */
export interface CroissantFile {
  name: string;
  sha256: string;
}

export interface CroissantInput {
  card: Card;
  /** Files beside those of the splits: taxonomy, catalogue, change log. */
  others: readonly CroissantFile[];
  /** Whether there are files under `files/`. */
  attachments: boolean;
  withLabels: boolean;
}

/**
 * The card in the vocabulary of Croissant 1.0, as JSON-LD. What the card does not say is left out;
 * `missingForCroissant` tells which of it the specification requires.
 * @source https://docs.mlcommons.org/croissant/docs/croissant-spec.html
 */
export function buildCroissant({ card, others, attachments, withLabels }: CroissantInput): object {
  const splits = Object.entries(card.splits) as [SplitName, NonNullable<Card['splits'][SplitName]>][];
  const files = splits.flatMap(([, split]): CroissantFile[] => [
    { name: split.cases, sha256: split.casesSha256 },
    ...(withLabels && split.labels !== undefined && split.labelsSha256 !== undefined
      ? [{ name: split.labels, sha256: split.labelsSha256 }]
      : []),
    ...(withLabels && split.annotations !== undefined && split.annotationsSha256 !== undefined
      ? [{ name: split.annotations, sha256: split.annotationsSha256 }]
      : []),
    ...(withLabels && split.judged !== undefined && split.judgedSha256 !== undefined
      ? [{ name: split.judged, sha256: split.judgedSha256 }]
      : []),
  ]);
  return {
    '@context': context,
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.0',
    name: card.id,
    alternateName: [card.titleDa, card.titleEn],
    description: card.noticeEn,
    version: card.version,
    license: licenceUrl(card.licence),
    inLanguage: 'da',
    ...(card.url === undefined ? {} : { url: card.url }),
    ...(card.creator === undefined ? {} : { creator: { '@type': 'sc:Organization', name: card.creator } }),
    ...(card.published === undefined ? {} : { datePublished: card.published }),
    isLiveDataset: false,
    distribution: [...[...files, ...others].map(fileObject), ...(attachments ? [attachmentSet] : [])],
    recordSet: [
      splitSet(splits.map(([name]) => name)),
      ...splits.map(([name, split]) => caseSet(name, split.cases)),
      ...splits.flatMap(([name, { labels }]) =>
        withLabels && labels !== undefined ? [labelSet(name, labels)] : [],
      ),
    ],
  };
}

/** What Croissant requires and the card does not say, by the card's own fields. */
export function missingForCroissant({ creator, url, published }: Card): string[] {
  return Object.entries({ creator, url, published })
    .filter(([, value]) => value === undefined)
    .map(([name]) => name);
}

function fileObject({ name, sha256 }: CroissantFile): object {
  const encodingFormat = name.endsWith('.jsonl') ? 'application/jsonlines' : 'application/json';
  return { '@type': 'cr:FileObject', '@id': name, name, contentUrl: name, encodingFormat, sha256 };
}

const attachmentSet = {
  '@type': 'cr:FileSet',
  '@id': 'attachments',
  name: 'attachments',
  description: "The documents' own files, each under its SHA-256.",
  encodingFormat: 'application/octet-stream',
  includes: 'files/*',
};

/** A split that models may learn from, and those that they are measured on. */
const splitUrls: Record<SplitName, string> = {
  practice: 'cr:TrainingSplit',
  validation: 'cr:ValidationSplit',
  test: 'cr:TestSplit',
  sealed: 'cr:TestSplit',
};

function splitSet(names: readonly SplitName[]): object {
  return {
    '@type': 'cr:RecordSet',
    '@id': 'splits',
    name: 'splits',
    dataType: 'cr:Split',
    key: { '@id': 'splits/name' },
    field: [
      { '@type': 'cr:Field', '@id': 'splits/name', name: 'name', dataType: 'sc:Text' },
      { '@type': 'cr:Field', '@id': 'splits/url', name: 'url', dataType: 'cr:Split' },
    ],
    data: names.map((name) => ({ 'splits/name': name, 'splits/url': splitUrls[name] })),
  };
}

function caseSet(split: SplitName, file: string): object {
  const set = `${split}-cases`;
  return {
    '@type': 'cr:RecordSet',
    '@id': set,
    name: set,
    description: `The applications of the split ${split}: what a model is shown.`,
    key: { '@id': `${set}/caseId` },
    field: [
      field(set, 'caseId', 'sc:Text', file),
      field(set, 'caseType', 'sc:Text', file),
      field(set, 'municipality', 'sc:Text', file),
      field(set, 'applicationDate', 'sc:Date', file),
      field(set, 'zone', 'sc:Text', file),
    ],
  };
}

function labelSet(split: SplitName, file: string): object {
  const set = `${split}-labels`;
  const own = field(set, 'caseId', 'sc:Text', file);
  return {
    '@type': 'cr:RecordSet',
    '@id': set,
    name: set,
    description: `What is right about each case of the split ${split}.`,
    key: { '@id': `${set}/caseId` },
    field: [
      { ...own, references: { field: { '@id': `${split}-cases/caseId` } } },
      field(set, 'outcome', ['sc:Text', 'cr:Label'], file),
      { ...field(set, 'codes', ['sc:Text', 'cr:Label'], file, '$.defects[*].code'), repeated: true },
    ],
  };
}

function field(
  set: string,
  name: string,
  dataType: string | string[],
  file: string,
  jsonPath = `$.${name}`,
): object {
  return {
    '@type': 'cr:Field',
    '@id': `${set}/${name}`,
    name,
    dataType,
    source: { fileObject: { '@id': file }, extract: { jsonPath } },
  };
}

/** SPDX's page, where the licence reads like one of its ids. */
function licenceUrl(licence: string): string {
  return /^[A-Za-z0-9][A-Za-z0-9.+-]*-\d[\w.+-]*$/u.test(licence)
    ? `https://spdx.org/licenses/${licence}.html`
    : licence;
}

/** The specification's own, with what it calls by these names. */
const context = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  cr: 'http://mlcommons.org/croissant/',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  dct: 'http://purl.org/dc/terms/',
  examples: { '@id': 'cr:examples', '@type': '@json' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileObject: 'cr:fileObject',
  fileProperty: 'cr:fileProperty',
  fileSet: 'cr:fileSet',
  format: 'cr:format',
  includes: 'cr:includes',
  isLiveDataset: 'cr:isLiveDataset',
  jsonPath: 'cr:jsonPath',
  key: 'cr:key',
  md5: 'cr:md5',
  parentField: 'cr:parentField',
  path: 'cr:path',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  regex: 'cr:regex',
  repeated: 'cr:repeated',
  replace: 'cr:replace',
  sc: 'https://schema.org/',
  separator: 'cr:separator',
  source: 'cr:source',
  subField: 'cr:subField',
  transform: 'cr:transform',
};
