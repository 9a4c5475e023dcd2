/**
 * A function of a text that remembers what it gave: labels and models name the same few provisions over and
 * over. Long texts are not kept, and all is forgotten once `limit` entries are, so memory stays bounded
 * whatever a vendor sends.
 */
export function remember<Value>(compute: (key: string) => Value, limit = 20_000): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = compute(key);
    if (key.length > maxKeyLength) return value;
    if (known.size >= limit) known.clear();
    known.set(key, value);
    return value;
  };
}

const maxKeyLength = 300;
