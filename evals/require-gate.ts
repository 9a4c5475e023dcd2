import type { Card, SplitName } from '../datasets/card.ts';
import { InputError } from '../datasets/errors.ts';
import { gateVersion } from '../datasets/privacy/gate-version.ts';
import { checkedHash } from '../datasets/privacy/privacy-card.ts';
import { hashBeside } from './hash-beside.ts';
import type { BlobStore } from './ports.ts';
import { quoteArgument } from './quote-argument.ts';

/**
 * A data set that the gate has not passed as it is now is not run, scored, packed or published: not one of its splits.
 * Only hashes are compared; the texts were read when the card was written.
 * @param store where the card lies
 * @param file what the card is called to the user
 * @throws {InputError}
 */
export async function requireGate(
  card: Card,
  store: BlobStore,
  file = store.describe('card.json'),
): Promise<void> {
  const beside = await hashBeside(store, card);
  for (const split of Object.keys(card.splits) as SplitName[]) {
    const is = findFault(card, split, beside);
    if (is === undefined) continue;
    throw new InputError({
      file,
      field: `privacy.checkedSha256.${split}`,
      is: `split "${split}" ${is}`,
      expected: `what version ${gateVersion} of the gate has passed as it is`,
      mend: describeMend(card, file.replace(/[\\/]?card\.json$/u, '') || '.'),
    });
  }
}

function describeMend({ synthetic }: Card, folder: string): string {
  const gate = `npx maalestok gate ${quoteArgument(folder)}`;
  return [
    `Run \`${gate} --write\`: it lists what is open.`,
    'Mend each finding (`npx maalestok pseudonymise`), or sign it off with --sign-off and --why.',
    ...(synthetic
      ? [
          `Where all that is named was made up, say it of the data as it is now: \`${gate} --made-up WHO --why TEXT\`.`,
        ]
      : []),
  ].join(' ');
}

function findFault(
  { splits, privacy, synthetic }: Card,
  split: SplitName,
  beside: string,
): string | undefined {
  const checked = privacy?.checkedSha256[split];
  if (privacy === undefined || checked === undefined) return 'without a passed anonymisation gate';
  if (privacy.gate !== gateVersion) return `passed by version ${privacy.gate} of the anonymisation gate`;
  if (privacy.madeUp !== undefined && !synthetic)
    return 'said to be made up, though the data set is not synthetic';
  const own = checkedHash(splits[split]!, beside, privacy.gate, privacy);
  return checked === own
    ? undefined
    : 'changed since it passed the anonymisation gate, or the card or a file beside it did';
}
