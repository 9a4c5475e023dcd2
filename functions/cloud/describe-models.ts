import { InputError } from '../../datasets/errors.ts';
import type { Dataset } from '../../evals/open-dataset.ts';
import type { Suite } from '../../evals/suite.ts';
import type { SuiteModel } from '../../evals/suite-model.ts';
import { describeBedrockModel } from '../adapters/bedrock/describe-bedrock-model.ts';
import { describeHttpModel } from '../adapters/http/describe-http-model.ts';
import type { Egress } from '../adapters/http/egress.ts';
import { describeLambdaModel } from '../adapters/lambda/describe-lambda-model.ts';
import type { ModelKind } from '../cloud-names.ts';
import { describeBuiltIn } from '../models/built-in-model.ts';
import { besideOf, type MadeModel } from '../models/ready-model.ts';
import { standModels } from '../models/stand-models.ts';
import { requireGranted } from './require-granted.ts';
import type { OrderedModel } from './run-order.ts';

export interface DescribeContext {
  dataset: Dataset;
  /** Where vendors' models may be called; undefined where only who calls them knows. */
  egress: Egress | undefined;
  /** The installation's, in which alone its roles let a model be called; undefined where there is no such bound. */
  region: string | undefined;
}

/** A model as it is ordered, and what it would be sent: what an estimate counts. */
export interface DescribedModel extends Pick<MadeModel, 'inputText'> {
  /** All but whose it is. */
  ordered: Omit<OrderedModel, 'owner'>;
}

/**
 * The models of a suite as they are planned, none of them made: no secret is read, and nothing that a model learns from.
 * @throws {InputError} as `createModels`, and where a model replays a file or is one of promptfoo's: those are run from the
 *   command line alone
 */
export async function describeModels(
  suite: Pick<Suite, 'models' | 'split' | 'protocol'>,
  { dataset, egress, region }: DescribeContext,
): Promise<DescribedModel[]> {
  const { shown } = suite.protocol;
  const describe = (entry: SuiteModel, field: string): Known => {
    switch (entry.adapter) {
      case 'http': {
        const options = { field, egress, allowPrivate: egress?.private ?? true };
        return { kind: 'vendor', ...describeHttpModel(entry, options) };
      }
      case 'bedrock': {
        requireGranted(entry, field, region);
        const { instructions: _, ...known } = describeBedrockModel(entry, { ...dataset, shown }, field);
        return { kind: 'inHouse', ...known };
      }
      case 'lambda':
        requireGranted(entry, field, region);
        return { kind: 'inHouse', ...describeLambdaModel(entry, besideOf(dataset, shown), field) };
      case 'replay':
      case 'promptfoo':
        throw notHere(entry, field);
      default:
        return { kind: 'builtIn', ...describeBuiltIn(entry, dataset) };
    }
  };
  const standing = await standModels(suite, dataset.card, async (entry, field) => describe(entry, field));
  return standing.map(({ entry, field, planned, known: { kind, fingerprint, inputText } }) => ({
    ordered: { kind, entry, field, planned, fingerprint },
    inputText,
  }));
}

interface Known extends Pick<MadeModel, 'inputText'> {
  kind: ModelKind;
  id: string;
  version: string;
  fingerprint: string;
}

function notHere({ adapter }: SuiteModel, field: string): InputError {
  return new InputError({
    field: `${field}.adapter`,
    is: `"${adapter}", which is run from the command line alone`,
    expected: 'http, bedrock, lambda or a built-in model',
  });
}
