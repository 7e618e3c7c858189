import { ComError } from '../../com/index.js';
import { MAPI_E_COLLISION, type PREPROCESSMESSAGE, type REMOVEPREPROCESSINFO } from '../../mapi/index.js';

/** Functions by the names under which a DLL would export them. */
export type SpoolerFunctions = Readonly<Record<string, PREPROCESSMESSAGE | REMOVEPREPROCESSINFO>>;

const libraries = new Map<string, SpoolerFunctions>();

/**
 * Makes functions known under the name of a DLL, for `IMAPISupport::RegisterPreprocessor`, which names them by texts.
 *
 * @param dllName the DLL's name
 * @param functions what it exports
 * @returns makes them unknown again
 * @throws {ComError} `MAPI_E_COLLISION` when there is a library of this name
 * @spec imapisupport-registerpreprocessor
 */
export function registerSpoolerLibrary(dllName: string, functions: SpoolerFunctions): () => void {
  if (libraries.has(dllName)) throw new ComError(MAPI_E_COLLISION, `there is a library ${dllName} already`);
  libraries.set(dllName, functions);
  return () => {
    libraries.delete(dllName);
  };
}

/** A function of a library; undefined when there is none, as GetProcAddress answers NULL. */
export const libraryFunction = <F extends PREPROCESSMESSAGE | REMOVEPREPROCESSINFO>(
  dllName: string,
  name: string | null,
): F | undefined => (name === null ? undefined : (libraries.get(dllName)?.[name] as F | undefined));
