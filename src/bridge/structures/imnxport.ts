import { IStream, marshal } from '../../com/index.js';
import { ISMTPTransport } from '../../imnxport/index.js';

const { arrayOf, bool, i32, pointerTo, referenceTo, structure, text, u32 } = marshal;

const INETSERVER = structure({
  szAccount: text,
  szUserName: text,
  szPassword: text,
  szServerName: text,
  szConnectoid: text,
  rasconntype: u32,
  dwPort: u32,
  fSSL: bool,
  fTrySicily: bool,
  dwTimeout: u32,
  dwFlags: u32,
});

const INETADDR = structure({ addrtype: u32, szEmail: text });
const INETADDRLIST = structure({ prgAddress: arrayOf(INETADDR) });
const optional = (type: marshal.WireType<number>): marshal.WireType<number> => ({
  write: (writer, value, references) => type.write(writer, value ?? 0, references),
  read: (reader, references) => type.read(reader, references),
});

const SMTPMESSAGE = structure({
  cbSize: optional(u32),
  pstmMsg: referenceTo(IStream),
  rAddressList: INETADDRLIST,
});

const SMTPMESSAGE2 = structure({
  smtpMsg: SMTPMESSAGE,
  pszDSNENVID: text,
  dsnRet: optional(u32),
  dwReserved: optional(u32),
  dwReserved2: optional(u32),
});

const IXPRESULT = structure({
  hrResult: i32,
  pszResponse: text,
  uiServerError: u32,
  hrServerError: i32,
  dwSocketError: u32,
  pszProblem: text,
});

const SMTPRESPONSE = structure({
  command: u32,
  fDone: bool,
  rIxpResult: IXPRESULT,
  pTransport: referenceTo(ISMTPTransport),
  rStreamInfo: pointerTo(structure({ cbIncrement: u32, cbCurrent: u32, cbTotal: u32 })),
});

/** The structures of the internet transports. */
export const imnxportStructures: Readonly<Record<string, marshal.WireType<Record<string, unknown>>>> = {
  INETSERVER,
  IXPRESULT,
  SMTPMESSAGE,
  SMTPMESSAGE2,
  SMTPRESPONSE,
};

/** Their enumerations. */
export const imnxportEnumerations: readonly string[] = [
  'ACCTTYPE',
  'CMDTYPE',
  'INETADDRTYPE',
  'IXPISSTATE',
  'IXPSTATUS',
  'IXPTYPE',
];
