import { type RunJob, RunJobSchema } from './resources.ts';

/** What a run shows of itself. */
export const RunViewSchema = RunJobSchema.omit({ place: true, schema: true, startedBy: true });
export const viewOf = ({ place: _, schema: __, startedBy: ___, ...view }: RunJob) => view;
