/** A model's id as a file name on any system. */
const fileName = (modelId: string): string => encodeURIComponent(modelId);

/** Where everything of a run lies, relative to its folder. */
export const runKeys = {
  run: 'run.json',
  /** Which process works on the run; gone once it is done. */
  lock: 'run.lock',
  shards: 'shards.jsonl',
  screenings: (modelId: string, shard: string) => `screenings/${fileName(modelId)}/${shard}.jsonl`,
  /** Answers of a shard that is not closed yet. */
  journal: (modelId: string, shard: string) => `journal/${fileName(modelId)}/${shard}.jsonl`,
  calls: (modelId: string) => `calls/${fileName(modelId)}.jsonl`,
  /** What a shard asked alone adds to the calls, until all are put together. */
  shardCalls: (modelId: string, shard: string) => `calls/${fileName(modelId)}/${shard}.jsonl`,
  scores: (modelId: string) => `scores/${fileName(modelId)}.jsonl`,
  result: 'result.json',
  /** The signature over the result and the report; a copy lies beside the copy of the result. */
  signature: 'result.sig.json',
  operation: 'operation.json',
  /** What passes between the functions of a run on AWS. */
  work: (name: string) => `work/${name}`,
  report: (name: string) => `report/${name}`,
} as const;
