/** Danish first; English on request. */
export type Language = 'da' | 'en';
