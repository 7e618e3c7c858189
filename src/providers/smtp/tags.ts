import { type PropTag, PT_LONG, PT_UNICODE, propTag } from '../../mapi/index.js';

// The provider's own range is 0x6600 to 0x67FF; of it, 0x67F0 to 0x67FF are secrets, which nobody is shown who does not ask
// for them by name.

/** The mail server: a host name or a numeric address. Text. */
export const PR_SMTP_SERVER: PropTag<string> = propTag(PT_UNICODE, 0x6600);
/** Its port, 1 to 65535. Without it, 465 for {@link SMTP_SECURITY_TLS}, else 587. */
export const PR_SMTP_PORT: PropTag<number> = propTag(PT_LONG, 0x6601);
/** How the connection is protected: one of `SMTP_SECURITY_AUTO` and its like; the first without it. */
export const PR_SMTP_SECURITY: PropTag<number> = propTag(PT_LONG, 0x6602);
/** The user who logs on; nobody without it. Text. */
export const PR_SMTP_USER: PropTag<string> = propTag(PT_UNICODE, 0x6603);
/** What {@link PR_SMTP_SECRET} is: one of `SMTP_AUTH_PASSWORD` and `SMTP_AUTH_TOKEN`; the first without it. */
export const PR_SMTP_AUTH_KIND: PropTag<number> = propTag(PT_LONG, 0x6604);
/** The only SASL mechanism to use; the strongest that is offered without it. Text. */
export const PR_SMTP_AUTH_MECHANISM: PropTag<string> = propTag(PT_UNICODE, 0x6605);
/** The address that mail of this account comes from; needed. Text. */
export const PR_SMTP_SENDER_ADDRESS: PropTag<string> = propTag(PT_UNICODE, 0x6606);
/** The name that mail of this account comes from. Text. */
export const PR_SMTP_SENDER_NAME: PropTag<string> = propTag(PT_UNICODE, 0x6607);
/** Most connections at once, 1 to 100; 5 without it. */
export const PR_SMTP_CONNECTIONS: PropTag<number> = propTag(PT_LONG, 0x6608);
/** A file of certificates in PEM form that are trusted beside those of Node. Text. */
export const PR_SMTP_CERTIFICATES: PropTag<string> = propTag(PT_UNICODE, 0x6609);
/** The password or the token. Text, a secret. */
export const PR_SMTP_SECRET: PropTag<string> = propTag(PT_UNICODE, 0x67f0);

/** All that an account is configured by. */
export const smtpAccountTags: readonly PropTag[] = Object.freeze([
  PR_SMTP_SERVER,
  PR_SMTP_PORT,
  PR_SMTP_SECURITY,
  PR_SMTP_USER,
  PR_SMTP_AUTH_KIND,
  PR_SMTP_AUTH_MECHANISM,
  PR_SMTP_SENDER_ADDRESS,
  PR_SMTP_SENDER_NAME,
  PR_SMTP_CONNECTIONS,
  PR_SMTP_CERTIFICATES,
  PR_SMTP_SECRET,
]);

/** TLS where the server offers it. */
export const SMTP_SECURITY_AUTO = 0;
/** STARTTLS, or nothing is sent. */
export const SMTP_SECURITY_STARTTLS = 1;
/** TLS from the first byte. */
export const SMTP_SECURITY_TLS = 2;
/** No TLS at all. A password is then sent readably to this machine alone. */
export const SMTP_SECURITY_NONE = 3;

/** The secret is a password. */
export const SMTP_AUTH_PASSWORD = 0;
/** The secret is an OAuth 2.0 access token. */
export const SMTP_AUTH_TOKEN = 1;

/** PR_TRANSPORT_STATUS of a message whose last attempt ended between the final dot and its reply: it may have arrived. */
export const SMTP_TRANSPORT_IN_DOUBT = 1;
