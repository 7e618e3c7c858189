import { type Iid, IStream, iid } from '../../com/index.js';

/**
 * An OLE compound file as a stream: what OpenProperty hands out for an OLE attachment. It adds nothing to `IStream`;
 * that it is this one says what the bytes are.
 * @spec imapiprop-openproperty
 */
export interface IStreamDocfile extends IStream {}

/** The IID of {@link IStreamDocfile:interface}. */
export const IStreamDocfile: Iid<IStreamDocfile> = iid<IStreamDocfile, IStream>(
  'IStreamDocfile',
  '0002032C-0000-0000-C000-000000000046',
  IStream,
  {},
  'later',
);
