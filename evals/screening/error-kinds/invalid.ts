import { type ErrorKindMeaning, everyone, no } from './kind-meaning.ts';

/** An answer that came and is wrong. */
export const invalidKinds = {
  encoding: {
    status: 'invalid',
    means: 'no UTF-8, or packed in a way that was not asked for',
    again: no,
    mend: '',
    by: ['http'],
  },
  'not-json': {
    status: 'invalid',
    means: 'no JSON object, nor almost one, or more than one with findings; a refusal in words among them',
    again: no,
    mend: '',
    by: everyone,
  },
  'too-deep': {
    status: 'invalid',
    means: 'lists or objects more than 64 deep',
    again: no,
    mend: '',
    by: everyone,
  },
  schema: {
    status: 'invalid',
    means: 'a field is missing or wrong; the message names it',
    again: no,
    mend: '',
    by: everyone,
  },
  'wrong-case': {
    status: 'invalid',
    means: 'the answer is to another case',
    again: no,
    mend: '',
    by: ['http', 'lambda'],
  },
  'wrong-version': {
    status: 'invalid',
    means: "the answer is another version's",
    again: no,
    mend: '`version` in the suite',
    by: ['http', 'lambda'],
  },
  'max-tokens': {
    status: 'invalid',
    means: 'the answer was cut. Never counted, though what came may be readable',
    again: no,
    mend: 'on Bedrock `maxTokens`, else `max_tokens` in the config',
    by: ['bedrock', 'promptfoo'],
  },
  'several-answers': {
    status: 'invalid',
    means: 'the model used the tool more than once',
    again: no,
    mend: '',
    by: ['bedrock'],
  },
  malformed: {
    status: 'invalid',
    means: 'the tool was used so that it cannot be read',
    again: no,
    mend: '`answer: text`',
    by: ['bedrock'],
  },
} as const satisfies Record<string, ErrorKindMeaning>;
