import type { Outgoing } from './transport.ts';

/** A right request made wrong, and whether it still says who asks. */
interface BadRequest {
  change: (right: Outgoing, auth: Record<string, string>) => Outgoing;
  withAuth: boolean;
}

/** Requests that an endpoint must refuse. */
export const badRequests = {
  malformed: {
    change: (right) => ({ ...right, body: right.body!.slice(0, Math.floor(right.body!.length / 2)) }),
    withAuth: true,
  },
  withoutCase: {
    change: (right) => ({ ...right, body: changeBody(right, ({ case: _, ...rest }) => rest) }),
    withAuth: true,
  },
  unknownContract: {
    change: (right) => ({
      ...right,
      body: changeBody(right, (body) => ({ ...body, contract: 'maalestok.vendor.v999' })),
    }),
    withAuth: true,
  },
  plainText: {
    change: (right) => ({ ...right, headers: { ...right.headers, 'content-type': 'text/plain' } }),
    withAuth: true,
  },
  withoutAuth: { change: (right) => right, withAuth: false },
  wrongAuth: {
    change: (right, auth) => ({
      ...right,
      headers: {
        ...right.headers,
        ...Object.fromEntries(Object.keys(auth).map((name) => [name, wrongKey(name)])),
      },
    }),
    withAuth: false,
  },
} as const satisfies Record<string, BadRequest>;
export type BadRequestName = keyof typeof badRequests;

function wrongKey(header: string): string {
  return header.toLowerCase() === 'authorization' ? 'Bearer maalestok-wrong-key' : 'maalestok-wrong-key';
}

function changeBody(
  { body }: Outgoing,
  change: (body: Record<string, unknown>) => Record<string, unknown>,
): string {
  return JSON.stringify(change(JSON.parse(body!)));
}
