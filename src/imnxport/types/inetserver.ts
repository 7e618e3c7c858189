import { RAS_CONNECT_LAN, type RASCONNTYPE } from './rasconntype.js';

/** Where to connect and as whom. @spec oe-inetserver */
export interface INETSERVER {
  /** The friendly name of the account; shown to people only. */
  szAccount: string;
  /** The logon name; `DOMAIN\user` for NTLM. */
  szUserName: string;
  /** The password, or the access token for XOAUTH2 and OAUTHBEARER, which may exceed the field of C. It appears in no log. */
  szPassword: string;
  /** Host name or address of the server. */
  szServerName: string;
  /** The dial-up entry; kept but not dialled. */
  szConnectoid: string;
  /** How the network is reached; anything but `RAS_CONNECT_LAN` is treated as already connected. */
  rasconntype: RASCONNTYPE;
  /** The TCP port; 0 stands for the protocol's own, 25 for SMTP, 465 with `fSSL`. */
  dwPort: number;
  /** TLS from the first byte. */
  fSSL: boolean;
  /** Try Secure Password Authentication (NTLM) first. */
  fTrySicily: boolean;
  /** Seconds of silence after which `OnTimeout` is asked; 0 stands for the times of RFC 5321 section 4.5.3.2. */
  dwTimeout: number;
  /** `ISF_*` bits. */
  dwFlags: number;
}

/** Identify with the client's address literal instead of its host name. @spec oe-inetserver */
export const ISF_SMTP_USEIPFORHELO = 0x01;
/** Ask for the password instead of relying on the stored one. @spec oe-inetserver */
export const ISF_ALWAYSPROMPTFORPASSWORD = 0x02;
/** Upgrade to TLS with STARTTLS when the server offers it. */
export const ISF_SSLONSAMEPORT = 0x04;
/** Learn whether the server offers delivery status notifications. @spec oe-inetserver */
export const ISF_QUERYDSNSUPPORT = 0x08;
/** Log on when the server offers it. */
export const ISF_QUERYAUTHSUPPORT = 0x10;

/** The port of SMTP. */
export const DEFAULT_SMTP_PORT = 25;
/** The port of SMTP over TLS from the first byte. RFC 8314 section 7.3 */
export const DEFAULT_SMTP_SSL_PORT = 465;
/** Size of the text fields of {@link INETSERVER:interface}, the ending NUL included. @spec oe-inetserver */
export const CCHMAX_SERVER_FIELD = 256;
/** Size of `INETADDR.szEmail`, the ending NUL included. @spec oe-inetaddr */
export const CCHMAX_EMAIL_ADDRESS = 256;

/** `fAuthenticate` of Connect: log on as part of connecting. */
export const iitAUTHENTICATE = true;
/** `fAuthenticate` of Connect: do not log on. */
export const iitDONT_AUTHENTICATE = false;
/** `fCommandLogging` of Connect: show each line through `OnCommand`. */
export const iitENABLE_ONCOMMAND = true;
/** `fCommandLogging` of Connect: do not. */
export const iitDISABLE_ONCOMMAND = false;

/**
 * A whole structure from the fields that matter; the rest is zero, as after `ZeroMemory`.
 *
 * @param fields any fields
 */
export const INETSERVER = (fields: Partial<INETSERVER> = {}): INETSERVER => ({
  szAccount: '',
  szUserName: '',
  szPassword: '',
  szServerName: '',
  szConnectoid: '',
  rasconntype: RAS_CONNECT_LAN,
  dwPort: 0,
  fSSL: false,
  fTrySicily: false,
  dwTimeout: 0,
  dwFlags: 0,
  ...fields,
});
