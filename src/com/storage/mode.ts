import { STG_E_ACCESSDENIED, STG_E_INVALIDFLAG, STG_E_INVALIDFUNCTION, STG_E_INVALIDPARAMETER } from '../codes.js';
import { ComError } from '../error.js';
import {
  STGM_ACCESS,
  STGM_CREATE,
  STGM_READ,
  STGM_SHARE,
  STGM_SHARE_EXCLUSIVE,
  STGM_TRANSACTED,
} from '../stream/constants.js';

/**
 * Checks the mode in which an element is opened or made.
 *
 * @param grfMode what the caller gave
 * @param above the mode of the storage that it lies in
 * @param known the bits that mean something besides access and sharing: `STGM_CREATE`, `STGM_TRANSACTED`
 * @returns the mode
 * @throws {ComError} `STG_E_INVALIDFLAG`, `STG_E_INVALIDFUNCTION`, `STG_E_ACCESSDENIED` to write where one may only read
 */
export function requireMode(grfMode: unknown, above: number, known: number): number {
  const all = STGM_ACCESS | STGM_SHARE | STGM_CREATE | STGM_TRANSACTED;
  if (typeof grfMode !== 'number' || !Number.isInteger(grfMode) || (grfMode & ~all) !== 0 || grfMode < 0)
    throw new ComError(STG_E_INVALIDFLAG, 'grfMode has bits that are no STGM_ flags of elements');
  if ((grfMode & STGM_ACCESS) === STGM_ACCESS) throw new ComError(STG_E_INVALIDFLAG, 'grfMode says no way of access');
  if ((grfMode & STGM_SHARE) !== STGM_SHARE_EXCLUSIVE)
    throw new ComError(STG_E_INVALIDFUNCTION, 'elements are opened with STGM_SHARE_EXCLUSIVE');
  if ((grfMode & (STGM_CREATE | STGM_TRANSACTED) & ~known) !== 0)
    throw new ComError(STG_E_INVALIDFUNCTION, 'grfMode has a flag that this call does not know');
  if ((grfMode & STGM_ACCESS) !== STGM_READ) requireWritable(above);
  return grfMode;
}

/** @throws {ComError} `STG_E_ACCESSDENIED` for a storage that is open for reading alone */
export function requireWritable(mode: number): void {
  if ((mode & STGM_ACCESS) === STGM_READ)
    throw new ComError(STG_E_ACCESSDENIED, 'the storage is open for reading only');
}

/** @throws {ComError} `STG_E_INVALIDPARAMETER` for a reserved parameter that is used */
export function requireReserved(...reserved: readonly unknown[]): void {
  if (reserved.some((one) => one !== 0 && one !== null && one !== undefined))
    throw new ComError(STG_E_INVALIDPARAMETER, 'a reserved parameter is 0 or null');
}
