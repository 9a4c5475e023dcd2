import { S3ServiceException } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ArtifactError, InputError } from '../../../datasets/errors.ts';
import { LabelSchema } from '../../../datasets/label.ts';
import { parseLine } from '../../../datasets/parse-line.ts';
import { defineHandler } from '../../../functions/handlers/define-handler.ts';
import { captureOutput } from '../../support/capture-output.ts';
import { smallLabel } from '../../support/small-dataset.ts';

const secret = 'Skurvogn';
const lambda = { getRemainingTimeInMillis: () => 60_000 };

/** What a handler that fails so leaves: what it throws, and what it logs. */
async function failWith(action: () => unknown) {
  const work = async () => action();
  const handler = defineHandler({ name: 'score', event: z.object({}), work });
  const { error, stdout } = await captureOutput(() => handler({}, lambda));
  if (!(error instanceof Error)) throw new TypeError('It did not fail');
  return { name: error.name, message: error.message, all: `${error.stack}${error.cause}${stdout}` };
}

const labels = { file: 's3://labels/datasets/operator/x/test.labels.jsonl', line: 7 };

describe('what is told of an error in a function', () => {
  it('is of a label file where it is wrong, and nothing that stands there', async () => {
    const wrong = { ...smallLabel('c1', ['x']), outcome: secret };
    const { name, message, all } = await failWith(() =>
      parseLine(JSON.stringify(wrong), LabelSchema, labels),
    );
    expect(name).toBe('InputError');
    expect(message).toMatch(/test\.labels\.jsonl, line 7: something else/u);
    expect(all).not.toContain(secret);
    expect(all).not.toContain('outcome');
  });

  it('is of a file of cases the field, too', async () => {
    const place = { file: 's3://cases/datasets/operator/x/test.cases.jsonl', line: 3 };
    const schema = z.object({ zone: z.enum(['byzone', 'landzone']) });
    const { message, all } = await failWith(() => parseLine(`{"zone":"${secret}"}`, schema, place));
    expect(message).toMatch(/line 3, field zone: something else, expected one of "byzone", "landzone"/u);
    expect(all).not.toContain(secret);
  });

  it('is of what others throw the name and the stack, since their words may quote what was read', async () => {
    const { name, all } = await failWith(() => JSON.parse(secret));
    expect(name).toBe('SyntaxError');
    expect(all).toMatch(/tell-error\.test\.ts/u);
    expect(all).not.toContain(secret.slice(0, 5));
    const renamed = await failWith(() => {
      throw Object.assign(new Error(secret), { name: 'LateError' });
    });
    expect(renamed.name).toBe('LateError');
    expect(renamed.all).not.toContain(secret);
  });

  it('is in full what we say of what was ordered, of artefacts, and what services say', async () => {
    const field = { field: 'models[0].url', is: 'x', expected: 'y' };
    const ours = [new InputError(field), new ArtifactError('Cannot read "s3://runs/x": it is missing')];
    const service = new S3ServiceException({
      ...{ name: 'SlowDown', message: 'Please reduce your request rate', $fault: 'server', $metadata: {} },
    });
    for (const error of [...ours, service]) {
      const told = await failWith(() => {
        throw error;
      });
      expect(told).toMatchObject({ name: error.name, message: error.message });
    }
  });
});
