// The operating system's names to Winsock's numbers, which is what IXPRESULT.dwSocketError holds.
const numbers: Readonly<Record<string, number>> = Object.freeze({
  EACCES: 10013,
  EMFILE: 10024,
  EADDRINUSE: 10048,
  EADDRNOTAVAIL: 10049,
  ENETDOWN: 10050,
  ENETUNREACH: 10051,
  ENETRESET: 10052,
  ECONNABORTED: 10053,
  ECONNRESET: 10054,
  ENOBUFS: 10055,
  ENOTCONN: 10057,
  EPIPE: 10058,
  ESHUTDOWN: 10058,
  ETIMEDOUT: 10060,
  ECONNREFUSED: 10061,
  EHOSTDOWN: 10064,
  EHOSTUNREACH: 10065,
  ENOTFOUND: 11001,
  EAI_AGAIN: 11002,
  EAI_FAIL: 11003,
  ENODATA: 11004,
});

/**
 * The Winsock number of an operating system error, 0 when there was none, `WSAEINVAL` (10022) for one that Winsock
 * has no number for.
 *
 * @param errno the name: `ECONNRESET`
 */
export const winsockError = (errno: string | null | undefined): number => (errno ? (numbers[errno] ?? 10022) : 0);
