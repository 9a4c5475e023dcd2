import { createHash } from 'node:crypto';
import type { Instructions } from '../../../evals/prompts/build-prompt.ts';

const longestId = 128;
const longestVersion = 200;

/** The model's id where the suite gives none: its Bedrock id, or the last part of its ARN, in the letters an id may have. */
export function idOfModel(modelId: string): string {
  const name = modelId.startsWith('arn:') ? modelId.slice(modelId.lastIndexOf('/') + 1) : modelId;
  const id = name.replace(/[^\p{L}\p{N}._:-]+/gu, '-').replace(/^[._:-]+/u, '');
  return id === '' ? 'bedrock' : id.slice(0, longestId);
}

/** Model and prompt: another prompt is another version. Too long an ARN is cut, its hash in its place. */
export function versionOfModel(
  modelId: string,
  { id, version }: Pick<Instructions, 'id' | 'version'>,
): string {
  const prompt = ` ${id} v${version}`;
  const room = longestVersion - prompt.length;
  if (modelId.length <= room) return modelId + prompt;
  const hash = createHash('sha256').update(modelId).digest('hex').slice(0, 12);
  return `${modelId.slice(0, room - hash.length - 1)}…${hash}${prompt}`;
}
