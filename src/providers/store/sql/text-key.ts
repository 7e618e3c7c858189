import { collationKey } from '../../../mapi/index.js';

/**
 * The key under which a text sorts and is found: that of the vocabulary's own order, so that tables sorted by SQL and in
 * memory agree. Folder names are unique by it and receive folders are found by it.
 *
 * @param text any text
 * @returns its key; keys compare byte by byte
 */
export const textKey = (text: string): string => collationKey(text);
