import { type LookupAddress, type LookupAllOptions, lookup as lookUp } from 'node:dns';
import { isIP, type LookupFunction, Socket } from 'node:net';
import { buildConnector } from 'undici';
import type { Egress } from './egress.ts';
import { refuseAddress } from './refuse-address.ts';

/** A connection that is not made. */
export class RefusedAddressError extends Error {
  override readonly name = 'RefusedAddressError';
  readonly code = 'REFUSED_ADDRESS';
}

export interface Connector {
  connect: buildConnector.connector;
  /** Sockets that are not closed. */
  sockets: ReadonlySet<Socket>;
}

/** All addresses of a name, as `dns.lookup` finds them. */
export type Lookup = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export interface ConnectorOptions {
  allowPrivate: boolean;
  /** The only addresses that are connected to, also after a redirect. Absent: all that may be called. */
  egress?: Egress | undefined;
  /** Resolves names. Absent: as the system does. */
  lookup?: Lookup | undefined;
}

/**
 * Connects only to addresses that may be called: the very address that a name resolves to for a connection is checked,
 * so a name that resolves differently the next time gains nothing. TLS certificates are always verified.
 */
export function createConnector({ allowPrivate, egress, lookup = lookUp }: ConnectorOptions): Connector {
  const sockets = new Set<Socket>();
  const connectorOf = (secure: boolean): buildConnector.connector => {
    const check = { secure, allowPrivate };
    return buildConnector({
      lookup: checkedLookup(lookup, check),
      rejectUnauthorized: true,
      host: '',
      port: 0,
    });
  };
  const [plain, secure] = [connectorOf(false), connectorOf(true)];
  return {
    sockets,
    connect(options, callback) {
      const isSecure = options.protocol === 'https:';
      const literal = isIP(options.hostname) === 0 ? undefined : options.hostname;
      const refused =
        egress?.allows(options) === false
          ? 'a host that is not on the list of those that may be called'
          : literal && refuseAddress(literal, { secure: isSecure, allowPrivate });
      if (refused !== undefined) {
        queueMicrotask(() => callback(new RefusedAddressError(refused), null));
        return;
      }
      // The connector hands its socket back, though its type does not say so.
      const socket: unknown = (isSecure ? secure : plain)(options, callback);
      if (!(socket instanceof Socket)) throw new TypeError('Cannot keep track of a connection: no socket');
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      return socket;
    },
  };
}

function checkedLookup(lookup: Lookup, check: { secure: boolean; allowPrivate: boolean }): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, []);
      for (const { address } of addresses) {
        const refused = refuseAddress(address, check);
        if (refused !== undefined) return callback(new RefusedAddressError(refused), []);
      }
      const [first] = addresses;
      if (options.all === true || first === undefined) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };
}
