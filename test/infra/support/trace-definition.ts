import type { Definition, State } from '../../../infra/evaluation/state.ts';

type Json = unknown;

/** What one walk through a definition came by. */
export interface Trace {
  /** Bytes of the largest input or output of each state. */
  bytes: Map<string, number>;
  /** Events of the history of the execution itself; those of a distributed map's children are in their own. */
  events: number;
  /** Events of the longest child's history. */
  childEvents: number;
  /** The states in the order in which they were entered. */
  entered: string[];
}

export interface TraceOptions {
  input: Json;
  /** What a task answers: by the name of its state. */
  answer: (state: string, payload: Json) => Json;
  /** The items that a distributed map reads. */
  items: (input: Json) => readonly Json[];
  /** The name of the error that a state ends with, all its retries used up. */
  fails?: (state: string) => string | undefined;
}

interface Scope {
  $: Json;
  $$?: Json;
}

/**
 * Walks a definition as Step Functions does, as far as the evaluation uses the language, and counts on the dark side: every
 * attempt that a retrier grants is made.
 */
export function traceDefinition(definition: Definition, options: TraceOptions): Trace {
  const trace: Trace = { bytes: new Map(), events: 2, childEvents: 0, entered: [] };
  walk(definition.StartAt, definition.States, { $: options.input }, trace, options);
  return trace;
}

type States = Readonly<Record<string, State>>;
type End = { output: Json } | { error: string };

function walk(start: string, states: States, scope: Scope, trace: Trace, options: TraceOptions): End {
  let name = start;
  let input = scope.$;
  for (;;) {
    const state = states[name];
    if (state === undefined) throw new Error(`Cannot find the state ${name}`);
    trace.entered.push(name);
    trace.events += 2;
    note(trace, name, input);
    if (state.Type === 'Succeed') return { output: input };
    if (state.Type === 'Fail') return { error: state.Error ?? '' };
    const done = enter(name, state, { ...scope, $: input }, trace, options);
    const caught = 'error' in done ? state.Catch?.[0] : undefined;
    if ('error' in done && caught === undefined) return done;
    if ('error' in done)
      input = place(input, caught?.ResultPath, { Error: done.error, Cause: 'x'.repeat(32_768) });
    else input = done.output;
    note(trace, name, input);
    const next = state.Type === 'Choice' ? choose(state, input) : (caught?.Next ?? state.Next);
    if (next === undefined) return { output: input };
    name = next;
  }
}

function enter(name: string, state: State, scope: Scope, trace: Trace, options: TraceOptions): End {
  if (state.Type === 'Choice') return { output: scope.$ };
  const result =
    state.Type === 'Map' ? runMap(state, scope, trace, options) : runTask(name, state, scope, trace, options);
  if ('error' in result) return result;
  const selected = state.ResultSelector ? fill(state.ResultSelector, { $: result.output }) : result.output;
  return { output: place(scope.$, state.ResultPath, selected) };
}

function runTask(name: string, state: State, scope: Scope, trace: Trace, options: TraceOptions): End {
  const attempts = 1 + (state.Retry ?? []).reduce((sum, { MaxAttempts }) => sum + MaxAttempts, 0);
  trace.events += 3 * attempts;
  const parameters = fill(state.Parameters, scope) as { Payload?: Json };
  note(trace, name, parameters);
  const error = options.fails?.(name);
  if (error !== undefined) return { error };
  return {
    output: {
      ExecutedVersion: '$LATEST',
      StatusCode: 200,
      Payload: options.answer(name, parameters.Payload),
    },
  };
}

function runMap(state: State, scope: Scope, trace: Trace, options: TraceOptions): End {
  const { ProcessorConfig, StartAt, States } = state.ItemProcessor!;
  const distributed = ProcessorConfig.Mode === 'DISTRIBUTED';
  const items = distributed ? options.items(scope.$) : (select(state.ItemsPath!, scope) as Json[]);
  trace.events += 2;
  const outputs: Json[] = [];
  for (const [index, value] of items.entries()) {
    const item = { Map: { Item: { Index: index, Value: value } } };
    const input = state.ItemSelector ? fill(state.ItemSelector, { $: scope.$, $$: item }) : value;
    const own: Trace = distributed ? { ...trace, events: 2 } : trace;
    if (!distributed) trace.events += 2;
    const end = walk(StartAt, States, { $: input }, own, options);
    if (distributed) trace.childEvents = Math.max(trace.childEvents, own.events);
    if ('error' in end) return end;
    outputs.push(end.output);
  }
  // What a distributed map writes to a bucket it does not give back.
  return {
    output: state.ResultWriter
      ? { MapRunArn: 'x'.repeat(200), ResultWriterDetails: 'x'.repeat(200) }
      : outputs,
  };
}

function choose({ Choices = [], Default }: State, input: Json): string | undefined {
  return (
    Choices.find(({ Variable, StringEquals }) => select(Variable, { $: input }) === StringEquals)?.Next ??
    Default
  );
}

function place(input: Json, path: string | null | undefined, value: Json): Json {
  if (path === null) return input;
  if (path === undefined || path === '$') return value;
  return { ...(input as object), [path.slice(2)]: value };
}

/** A payload template: members that end in `.$` are paths. */
function fill(template: Json, scope: Scope): Json {
  if (Array.isArray(template)) return template.map((each) => fill(each, scope));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(
    Object.entries(template).map(([name, value]) =>
      name.endsWith('.$') ? [name.slice(0, -2), select(String(value), scope)] : [name, fill(value, scope)],
    ),
  );
}

function select(path: string, { $, $$ }: Scope): Json {
  const [root, ...names] = path.split('.');
  if (root !== '$' && root !== '$$') throw new Error(`Cannot read the path ${path}`);
  const start: Json = root === '$' ? $ : $$;
  return names.reduce<Json>((value, name) => {
    const inner = (value as Record<string, Json> | undefined)?.[name];
    if (inner === undefined) throw new Error(`Cannot read ${path}: there is no ${name}`);
    return inner;
  }, start);
}

function note({ bytes }: Trace, state: string, value: Json): void {
  bytes.set(state, Math.max(bytes.get(state) ?? 0, Buffer.byteLength(JSON.stringify(value))));
}
