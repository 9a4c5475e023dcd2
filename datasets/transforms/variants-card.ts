import type { Card, SplitName } from '../card.ts';
import type { Transformation } from './transformation.ts';

export interface VariantsCardInput {
  source: Card;
  split: SplitName;
  originals: number;
  variants: number;
  transformations: readonly Transformation[];
  /** Variants with a planted attack. */
  injected: number;
  seed: string;
}

/** The card of a data set of variants: its source's, with a notice of how it was made. Counts and hashes are not yet right. */
export function composeVariantsCard(input: VariantsCardInput): Card {
  const { source, split, seed } = input;
  const { splits, ...rest } = source;
  const blank = { count: 1, casesSha256: '0'.repeat(64), labelsSha256: '0'.repeat(64) };
  const varied = { cases: `${split}.cases.jsonl`, labels: `${split}.labels.jsonl`, ...blank };
  const practice = split === 'practice' ? undefined : splits.practice;
  return {
    ...rest,
    id: `${source.id}-robusthed`,
    titleDa: `${source.titleDa}, også i ændret form`,
    titleEn: `${source.titleEn}, also in changed form`,
    noticeDa: `${sayDa(input)} ${source.noticeDa}`,
    noticeEn: `${sayEn(input)} ${source.noticeEn}`,
    origin: `Made from ${source.id} ${source.version}, split ${split}, by \`maalestok variants\` with the seed "${seed}". ${source.origin}`,
    splits: { ...(practice === undefined ? {} : { practice }), [split]: varied },
  };
}

function sayDa({ source, split, originals, variants, transformations, injected }: VariantsCardInput): string {
  const changes = transformations.map(({ titleDa }) => lowerFirst(titleDa)).join('; ');
  return [
    `Delen ${split} er ${originals} sager fra ${source.id} og ${variants} varianter af dem, lavet af et program; ingen fagperson har set varianterne.`,
    changes === '' ? '' : `Ændringer: ${changes}.`,
    injected === 0 ? '' : `I ${injected} af varianterne er der plantet en instruks til modellen.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function sayEn({ source, split, originals, variants, transformations, injected }: VariantsCardInput): string {
  const changes = transformations.map(({ titleEn }) => lowerFirst(titleEn)).join('; ');
  return [
    `The split ${split} is ${originals} cases of ${source.id} and ${variants} variants of them, made by a program; no professional has seen the variants.`,
    changes === '' ? '' : `Changes: ${changes}.`,
    injected === 0 ? '' : `In ${injected} of the variants an instruction to the model is planted.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function lowerFirst(text: string): string {
  return /^Danish/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
