/**
 * What one Converse request holds. Read as decimal megabytes, the smaller reading.
 * @source Amazon Bedrock API Reference, Message (docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html):
 * five documents of 4.5 MB, 20 images of 3.75 MB and 8000 px a side. The user guide lifts some of these for some
 * models (API restrictions); we hold to what every model takes.
 */
export const converseLimits = {
  documents: 5,
  documentBytes: 4_500_000,
  images: 20,
  imageBytes: 3_750_000,
  imageSidePx: 8000,
} as const;

/** `4.5 MB`, for messages. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2).replace(/\.?0+$/u, '')} MB`;
}
