import { guidFromBytes, guidToBytes, IStream, type STATSTG } from '../../../src/com/index.js';
import type { IXPRESULT, SMTPMESSAGE, SMTPRESPONSE } from '../../../src/imnxport/index.js';
import { INETSERVER, ISMTPTransport } from '../../../src/imnxport/index.js';
import type { Reader, Writer } from './memory.js';
import type { Pointers } from './pointers.js';

/** How one structure lies in memory. */
export interface Structure {
  /** Its size for a pointer width. */
  readonly size: (pointer: number) => number;
  /** Reads it; interface pointers in it come with a reference that `release` gives back. */
  readonly read?: (from: Reader, pointers: Pointers, release: Disposable[], home: number) => unknown;
  /** Writes it; interface pointers in it are lent until `release`. */
  readonly write?: (to: Writer, value: never, pointers: Pointers, release: Disposable[]) => void;
}

const inetServer: Structure = {
  size: () => 1304,
  read: (from) => {
    const [szAccount, szUserName, szPassword, szServerName, szConnectoid] = Array.from({ length: 5 }, () =>
      from.characters(256),
    ) as [string, string, string, string, string];
    const rasconntype = from.u32() as INETSERVER['rasconntype'];
    const dwPort = from.u32();
    const fSSL = from.u32() !== 0;
    const fTrySicily = from.u32() !== 0;
    const dwTimeout = from.u32();
    const dwFlags = from.u32();
    const names = { szAccount, szUserName, szPassword, szServerName, szConnectoid };
    return INETSERVER({ ...names, rasconntype, dwPort, fSSL, fTrySicily, dwTimeout, dwFlags });
  },
  write: (to, server: INETSERVER) => {
    const { szAccount, szUserName, szPassword, szServerName, szConnectoid } = server;
    for (const text of [szAccount, szUserName, szPassword, szServerName, szConnectoid]) to.characters(text, 256);
    to.u32(server.rasconntype);
    to.u32(server.dwPort);
    to.u32(server.fSSL ? 1 : 0);
    to.u32(server.fTrySicily ? 1 : 0);
    to.u32(server.dwTimeout);
    to.u32(server.dwFlags);
  },
};

const smtpMessage: Structure = {
  size: (pointer) => (pointer === 8 ? 32 : 16),
  read: (from, pointers, release, home) => {
    const cbSize = from.u32();
    const stream = pointers.import(from.pointer(), IStream, home);
    if (stream) release.push(stream);
    const cAddress = from.u32();
    const array = from.pointer();
    const list = array === 0n ? null : from.follow(array, cAddress * 260);
    const prgAddress = list
      ? Array.from({ length: cAddress }, () => ({ addrtype: list.u32(), szEmail: list.characters(256) }))
      : [];
    return { cbSize, pstmMsg: stream, rAddressList: { cAddress, prgAddress } } as SMTPMESSAGE;
  },
};

const writeResult = (to: Writer, result: IXPRESULT): void => {
  to.u32(result.hrResult);
  to.text(result.pszResponse);
  to.u32(result.uiServerError);
  to.u32(result.hrServerError);
  to.u32(result.dwSocketError);
  to.text(result.pszProblem);
};

const ixpResult: Structure = { size: (pointer) => (pointer === 8 ? 40 : 24), write: writeResult };

const smtpResponse: Structure = {
  size: (pointer) => (pointer === 8 ? 72 : 48),
  write: (to, response: SMTPRESPONSE, pointers, release) => {
    to.u32(response.command);
    to.u32(response.fDone ? 1 : 0);
    writeResult(to, response.rIxpResult);
    to.pointer(pointers.lend(response.pTransport, ISMTPTransport, release));
    const progress = response.rStreamInfo;
    for (const count of [progress?.cbIncrement, progress?.cbCurrent, progress?.cbTotal]) to.u32(count ?? 0);
  },
};

const statistics: Structure = {
  size: (pointer) => (pointer === 8 ? 80 : 72),
  read: (from): STATSTG => {
    from.pointer();
    const type = from.u32();
    const [cbSize, mtime, ctime, atime] = [from.u64(), from.u64(), from.u64(), from.u64()];
    const [grfMode, grfLocksSupported] = [from.u32(), from.u32()];
    const clsid = guidFromBytes(from.bytes(16, 4));
    const [grfStateBits, reserved] = [from.u32(), from.u32()];
    const times = { mtime, ctime, atime };
    return { pwcsName: null, type, cbSize, ...times, grfMode, grfLocksSupported, clsid, grfStateBits, reserved };
  },
  // A name would have to be the callee's CoTaskMemAlloc; streams without one are enough here.
  write: (to, value: STATSTG) => {
    to.pointer(0n);
    to.u32(value.type);
    for (const quantity of [value.cbSize, value.mtime, value.ctime, value.atime]) to.u64(quantity);
    to.u32(value.grfMode);
    to.u32(value.grfLocksSupported);
    to.put(guidToBytes(value.clsid), 4);
    to.u32(value.grfStateBits);
    to.u32(value.reserved);
  },
};

/** The structures by the names that prototypes use. */
export const structures: ReadonlyMap<string, Structure> = new Map([
  ['INETSERVER', inetServer],
  ['SMTPMESSAGE', smtpMessage],
  ['IXPRESULT', ixpResult],
  ['SMTPRESPONSE', smtpResponse],
  ['STATSTG', statistics],
]);
