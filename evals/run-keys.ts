/** Where everything of a run lies, relative to its folder. */
export const runKeys = {
  run: 'run.json',
  shards: 'shards.jsonl',
  screenings: (modelId: string, shard: string) => `screenings/${modelId}/${shard}.jsonl`,
  /** Answers of a shard that is not closed yet. */
  journal: (modelId: string, shard: string) => `journal/${modelId}/${shard}.jsonl`,
  calls: (modelId: string) => `calls/${modelId}.jsonl`,
  scores: (modelId: string) => `scores/${modelId}.jsonl`,
  result: 'result.json',
  operation: 'operation.json',
  report: (name: string) => `report/${name}`,
} as const;
