import { IStream } from '../../com/index.js';
import {
  type INETADDR,
  INETSERVER,
  ISMTPTransport,
  type IXPRESULT,
  SMTP_SEND_STREAM,
  type SMTPMESSAGE,
  type SMTPMESSAGE2,
  type SMTPRESPONSE,
} from '../../imnxport/index.js';
import { interfacePointer } from './com.js';
import type { CType } from './ctype.js';
import { BOOL, LONG, ULONG } from './scalars.js';
import { counted, structure } from './structure.js';
import { characters, LPSTR } from './text.js';

/** Structures of Imnxport.h. Their HRESULTs are signed, as everywhere. */
const HRESULT = LONG;

export const INETSERVER_LAYOUT: CType<INETSERVER> = structure<INETSERVER>(
  'INETSERVER',
  {
    szAccount: characters(256),
    szUserName: characters(256),
    szPassword: characters(256),
    szServerName: characters(256),
    szConnectoid: characters(256),
    rasconntype: ULONG,
    dwPort: ULONG,
    fSSL: BOOL,
    fTrySicily: BOOL,
    dwTimeout: ULONG,
    dwFlags: ULONG,
  },
  (read) => INETSERVER(read as Partial<INETSERVER>),
);

const INETADDR_LAYOUT: CType<INETADDR> = structure<INETADDR>('INETADDR', { addrtype: ULONG, szEmail: characters(256) });

export const SMTPMESSAGE_LAYOUT: CType<SMTPMESSAGE> = structure<SMTPMESSAGE>('SMTPMESSAGE', {
  cbSize: ULONG,
  pstmMsg: interfacePointer(IStream),
  rAddressList: structure(
    'INETADDRLIST',
    { cAddress: ULONG, prgAddress: counted('cAddress', INETADDR_LAYOUT) },
    (read) => ({
      prgAddress: read['prgAddress'] ?? [],
    }),
  ),
});

export const SMTPMESSAGE2_LAYOUT: CType<SMTPMESSAGE2> = structure<SMTPMESSAGE2>('SMTPMESSAGE2', {
  smtpMsg: SMTPMESSAGE_LAYOUT,
  pszDSNENVID: LPSTR,
  dsnRet: ULONG,
  dwReserved: ULONG,
  dwReserved2: ULONG,
});

export const IXPRESULT_LAYOUT: CType<IXPRESULT> = structure<IXPRESULT>('IXPRESULT', {
  hrResult: HRESULT,
  pszResponse: LPSTR,
  uiServerError: ULONG,
  hrServerError: HRESULT,
  dwSocketError: ULONG,
  pszProblem: LPSTR,
});

/** The union at the end has one arm, for SMTP_SEND_STREAM. */
const stream = structure('SMTPSTREAM', { cbIncrement: ULONG, cbCurrent: ULONG, cbTotal: ULONG });

export const SMTPRESPONSE_LAYOUT: CType<SMTPRESPONSE> = structure<SMTPRESPONSE>(
  'SMTPRESPONSE',
  {
    command: ULONG,
    fDone: BOOL,
    rIxpResult: IXPRESULT_LAYOUT,
    pTransport: interfacePointer(ISMTPTransport),
    rStreamInfo: { ...stream, write: (to, at, value) => void (value !== null && stream.write(to, at, value)) },
  },
  (read) => ({ ...read, rStreamInfo: read['command'] === SMTP_SEND_STREAM ? read['rStreamInfo'] : null }) as never,
);
