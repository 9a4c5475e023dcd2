// In place of the metrics of PDF's fourteen fonts: pages are copied, and no text is set.
const missing = () => {
  throw new Error('This bundle holds no fonts: it sets no text');
};

export const FontNames = {};
export const Encodings = {};
export const Font = { load: missing };
