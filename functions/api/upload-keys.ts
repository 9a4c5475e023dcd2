/** Where the file of a submission is put. */
export function uploadKey(submissionId: string): string {
  return `uploads/${submissionId}.jsonl`;
}

/** The submission that a file belongs to. */
export function submissionOfUpload(key: string): string {
  return key.replace(/^uploads\/|\.jsonl$/gu, '');
}

/** Where what scoring leaves behind lies; ends with "/". */
export function submissionPlace(submissionId: string): string {
  return `submissions/${submissionId}/`;
}
