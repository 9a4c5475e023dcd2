import type { Retrier } from './retries.ts';

interface Catcher {
  ErrorEquals: readonly string[];
  ResultPath: string | null;
  Next: string;
}

type Payload = Readonly<Record<string, unknown>>;

/** The parts of the Amazon States Language that the evaluation uses. */
export interface State {
  Type: 'Task' | 'Map' | 'Choice' | 'Succeed' | 'Fail';
  Comment?: string;
  Resource?: string;
  Parameters?: Payload;
  ResultSelector?: Payload;
  ResultPath?: string | null;
  OutputPath?: string;
  TimeoutSeconds?: number;
  Retry?: readonly Retrier[];
  Catch?: readonly Catcher[];
  Next?: string;
  End?: true;
  Choices?: readonly { Variable: string; StringEquals: string; Next: string }[];
  Default?: string;
  Error?: string;
  Cause?: string;
  ItemsPath?: string;
  ItemReader?: { Resource: string; ReaderConfig: { InputType: 'JSON' }; Parameters: Payload };
  ItemSelector?: Payload;
  MaxConcurrency?: number;
  MaxConcurrencyPath?: string;
  ItemProcessor?: {
    ProcessorConfig: { Mode: 'INLINE' } | { Mode: 'DISTRIBUTED'; ExecutionType: 'STANDARD' };
    StartAt: string;
    States: Readonly<Record<string, State>>;
  };
  ResultWriter?: { Resource: string; Parameters: Payload };
}

export interface Definition {
  Comment: string;
  TimeoutSeconds: number;
  StartAt: string;
  States: Readonly<Record<string, State>>;
}
