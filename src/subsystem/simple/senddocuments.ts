import {
  MAPI_E_ATTACHMENT_NOT_FOUND,
  MAPI_E_ATTACHMENT_OPEN_FAILURE,
  MAPI_E_FAILURE,
  type PropValue,
} from '../../mapi/index.js';
import { answered, SimpleError } from './answer.js';
import { saveDraft } from './sendmail.js';
import { within } from './sessions.js';
import type { MapiFileDesc } from './structures.js';

/**
 * Sends files to somebody: the page always shows a dialog, so that without a desktop a message with the files is saved to Drafts.
 *
 * @param _ulUIParam the window that owns dialogs; 0
 * @param lpszDelimChar the character between paths, and between names
 * @param lpszFilePaths the paths of the files; null or empty for a message without any
 * @param lpszFileNames what the recipient sees, in the same order; the files' own names where there are none
 * @param _ulReserved 0
 * @returns `SUCCESS_SUCCESS`; `MAPI_E_ATTACHMENT_OPEN_FAILURE` when a file can't be read or is not there; `MAPI_E_LOGIN_FAILURE`;
 *   `MAPI_E_FAILURE` when there are several files and the delimiter is no character
 * @spec MicrosoftDocs/sdk-api:sdk-api-src/content/mapi/nc-mapi-mapisenddocuments.md
 */
export async function MAPISendDocuments(
  _ulUIParam: number,
  lpszDelimChar: string | null,
  lpszFilePaths: string | null,
  lpszFileNames: string | null,
  _ulReserved = 0,
): Promise<number> {
  const [code] = await answered('MAPISendDocuments', async () => {
    if (lpszDelimChar === null || lpszDelimChar.length > 1)
      throw new SimpleError(MAPI_E_FAILURE, 'the delimiter is one character');
    const split = (text: string | null): string[] =>
      !text ? [] : lpszDelimChar === '' ? [text] : text.split(lpszDelimChar);
    const names = split(lpszFileNames);
    const paths = split(lpszFilePaths);
    await saveDocuments(
      paths.flatMap((path, at) =>
        path === '' ? [] : [{ nPosition: -1, lpszPathName: path, lpszFileName: names[at] || null }],
      ),
    );
  });
  return code;
}

/**
 * As `MAPISendDocuments`, with the files that its arguments name: for callers who have their bytes.
 *
 * @param lpFiles the files
 * @param more properties of the message besides
 * @returns as `MAPISendDocuments`
 */
export async function sendDocuments(
  lpFiles: readonly MapiFileDesc[],
  more: readonly PropValue[] = [],
): Promise<number> {
  const [code] = await answered('MAPISendDocuments', () => saveDocuments(lpFiles, more));
  return code;
}

/** The subject of a message that has files alone: their names. */
export const subjectOf = (lpFiles: readonly MapiFileDesc[]): string =>
  lpFiles.map(({ lpszPathName, lpszFileName }) => lpszFileName || nameIn(lpszPathName ?? '')).join(', ');

async function saveDocuments(lpFiles: readonly MapiFileDesc[], more: readonly PropValue[] = []): Promise<void> {
  const lpszSubject = subjectOf(lpFiles);
  try {
    await within(0, 0, (session) =>
      saveDraft('MAPISendDocuments', session, { lpszSubject, lpFiles }, 'somebody has to say whom it is for', more),
    );
  } catch (error) {
    // The page of this function has one code for both.
    if (!(error instanceof SimpleError) || error.code !== MAPI_E_ATTACHMENT_NOT_FOUND) throw error;
    throw new SimpleError(MAPI_E_ATTACHMENT_OPEN_FAILURE, error.message, error);
  }
}

const nameIn = (path: string): string => path.replace(/^.*[\\/]/s, '');
