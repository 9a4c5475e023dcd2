/** What of a month's check-in is to be signed, relative to its place. */
export const checkInToSign = 'to-sign.json';
