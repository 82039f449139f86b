/** A text as XML may hold it: no control characters beside the white space, no half characters. */
export const xmlText = (text: string): string => text.replace(/[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu, '');
