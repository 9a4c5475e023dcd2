import { InputError, type InputProblem } from '../../datasets/errors.ts';
import { sealedEndings } from '../cloud-names.ts';

/** Errors of ours, whose messages hold ids, keys and what somebody ordered. */
const ours =
  /^(?:InputError|ArtifactError|ApiProblem|Model\w+|RunCancelledError|ShardUnfinishedError|SpendingLimitError)$/u;
const longest = 1000;

/**
 * An error as it may stand in logs and in the history of an execution, which more people read than read labels or cases: its
 * name, by which the state machine knows it, and of its message what holds nothing of a label or a case.
 */
export function tellError(error: unknown): Error {
  if (!(error instanceof Error)) return named('Error', `Something that is no error: ${typeof error}`);
  const { name } = error;
  const told = named(name, messageOf(error).slice(0, longest));
  told.stack = [`${name}: ${told.message}`, ...framesOf(error)].join('\n');
  return told;
}

function messageOf(error: Error): string {
  if (error instanceof InputError) return new InputError(withoutContent(error.problem)).message;
  if (ours.test(error.name) || isOfAws(error)) return error.message;
  // The parser of JSON, for one, quotes what it reads.
  return 'Its message is not told, since it may quote what was read; the stack says where it arose.';
}

/** Of records of a data set only where they are wrong: what stands there is a case's, or what is right. */
function withoutContent(problem: InputProblem): InputProblem {
  const { file = '', line } = problem;
  const sealed = sealedEndings.some((ending) => file.endsWith(ending));
  if (!sealed && !(file.endsWith('.jsonl') && line !== undefined)) return problem;
  return {
    file,
    line,
    ...(sealed ? {} : { field: problem.field }),
    is: 'something else',
    expected: sealed ? 'what its schema and the card say' : problem.expected,
    mend: 'Check the data set with `maalestok dataset FOLDER`, where it can be read.',
  };
}

/** Services name actions, keys and resources, and no contents. */
function isOfAws(error: Error): boolean {
  return '$fault' in error && '$metadata' in error;
}

/** Where it arose, without the message above it, which may have been another when the stack was kept. */
function framesOf({ stack = '' }: Error): string[] {
  return stack.split('\n').filter((line) => /^ {4}at /u.test(line));
}

function named(name: string, message: string): Error {
  return Object.defineProperty(new Error(message), 'name', { value: name, configurable: true });
}
