import { startWireServer, type WireReply, type WireServer } from './wire-server.ts';

/** What the model behind a Converse server does with each question, by its number. */
export type ConverseHandler = (index: number) => WireReply | null;

/** Speaks the wire format of Bedrock's Converse on 127.0.0.1. */
export function startConverseServer(handler: ConverseHandler): Promise<WireServer> {
  return startWireServer(
    ({ path }, index) =>
      /^\/model\/.+\/converse$/u.test(path)
        ? handler(index)
        : { status: 404, headers: { 'x-amzn-errortype': 'UnknownOperationException' }, body: {} },
    { http2: true },
  );
}

export interface ConverseAnswer {
  stopReason?: string;
  usage?: object;
}

/** A reply in which the model uses the tool with this input. */
export function toolUse(input: unknown, { stopReason = 'tool_use', usage }: ConverseAnswer = {}): WireReply {
  return converse([{ toolUse: { toolUseId: 'tooluse_1', name: 'screening', input } }], {
    stopReason,
    usage: usage ?? plainUsage,
  });
}

/** A reply in which the model writes text. */
export function plainText(text: string, { stopReason = 'end_turn', usage }: ConverseAnswer = {}): WireReply {
  return converse([{ text }], { stopReason, usage: usage ?? plainUsage });
}

export const plainUsage = { inputTokens: 100, outputTokens: 20, totalTokens: 120 };

export function converse(content: readonly object[], { stopReason, usage }: ConverseAnswer): WireReply {
  return {
    body: {
      metrics: { latencyMs: 1 },
      output: { message: { role: 'assistant', content } },
      stopReason,
      usage,
    },
  };
}

/** An error as an AWS service sends it. */
export function awsError(
  status: number,
  type: string,
  message: string,
  headers: Record<string, string> = {},
): WireReply {
  return { status, headers: { 'x-amzn-errortype': type, ...headers }, body: { message } };
}
