import type { Card, SplitName } from '../card.ts';
import { InputError } from '../errors.ts';
import { gateVersion } from './detect.ts';
import { checkedHash } from './privacy-card.ts';

/**
 * A split that the gate has not passed is not run, packed or published. Only hashes are compared: the texts were read
 * when the card was written.
 * @param file what the card is called to the user
 * @throws {InputError}
 */
export function requireGate({ splits, privacy }: Card, split: SplitName, file: string): void {
  const own = splits[split];
  if (own === undefined) return;
  const checked = privacy?.checkedSha256[split];
  const is =
    privacy === undefined || checked === undefined
      ? `split "${split}" without a passed anonymisation gate`
      : privacy.gate !== gateVersion
        ? `split "${split}" passed by version ${privacy.gate} of the anonymisation gate`
        : checked !== checkedHash(own, privacy.gate, privacy.signedOff)
          ? `split "${split}" changed since it passed the anonymisation gate`
          : undefined;
  if (is === undefined) return;
  throw new InputError({
    file,
    field: `privacy.checkedSha256.${split}`,
    is,
    expected: `what version ${gateVersion} of the gate has passed as it is`,
    mend: 'Run `maalestok gate FOLDER --write`: it lists what is open. Mend each finding (`maalestok pseudonymise`), or sign it off with --sign-off and --why.',
  });
}
