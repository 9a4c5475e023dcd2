/** Which addresses may be connected to. */
export interface Egress {
  allows(to: { protocol: string; hostname: string; port: string }): boolean;
  /** Some of them are named with plain http: they lie in a private network. */
  readonly private: boolean;
}

/**
 * A list of hosts with commas between: `api.acme.dk` allows https on any port; `http://10.0.0.7:8080` this origin alone, in
 * plain http and in a private network. An empty list allows nothing.
 */
export function parseEgress(list: string): Egress {
  const entries = list
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter((entry) => entry !== '');
  const origins = new Set(entries.filter((entry) => entry.startsWith('http://')));
  const hosts = new Set(entries.filter((entry) => !entry.startsWith('http://')));
  return {
    private: origins.size > 0,
    allows: ({ protocol, hostname, port }) =>
      protocol === 'https:'
        ? hosts.has(hostname.toLowerCase())
        : origins.has(`http://${hostname.toLowerCase()}${port === '' ? '' : `:${port}`}`),
  };
}
