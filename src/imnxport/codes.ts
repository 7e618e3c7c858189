// Written by scripts/generate/imnxport-codes.mjs from test/reference/imnxport.json; change the facts, not this file.
import { type HResult, hresult, nameCodes } from '../com/index.js';

/** SPA package could not be loaded. */
export const IXP_E_LOAD_SICILY_FAILED: HResult = hresult(0x800ccc00);
/** Certificate names another host. */
export const IXP_E_INVALID_CERT_CN: HResult = hresult(0x800ccc01);
/** Certificate out of date. */
export const IXP_E_INVALID_CERT_DATE: HResult = hresult(0x800ccc02);
/** A connection exists. */
export const IXP_E_ALREADY_CONNECTED: HResult = hresult(0x800ccc03);
/** Connection-level fault. */
export const IXP_E_CONN: HResult = hresult(0x800ccc04);
/** No connection. */
export const IXP_E_NOT_CONNECTED: HResult = hresult(0x800ccc05);
/** Send fault. */
export const IXP_E_CONN_SEND: HResult = hresult(0x800ccc06);
/** Would block. */
export const IXP_E_WOULD_BLOCK: HResult = hresult(0x800ccc07);
/** Call not valid now. */
export const IXP_E_INVALID_STATE: HResult = hresult(0x800ccc08);
/** Receive fault. */
export const IXP_E_CONN_RECV: HResult = hresult(0x800ccc09);
/** Partial data. */
export const IXP_E_INCOMPLETE: HResult = hresult(0x800ccc0a);
/** A command is running. */
export const IXP_E_BUSY: HResult = hresult(0x800ccc0b);
/** InitNew/connection missing. */
export const IXP_E_NOT_INIT: HResult = hresult(0x800ccc0c);
/** Name not resolved. */
export const IXP_E_CANT_FIND_HOST: HResult = hresult(0x800ccc0d);
/** TCP connect failed. */
export const IXP_E_FAILED_TO_CONNECT: HResult = hresult(0x800ccc0e);
/** Peer closed. */
export const IXP_E_CONNECTION_DROPPED: HResult = hresult(0x800ccc0f);
/** Address bad. */
export const IXP_E_INVALID_ADDRESS: HResult = hresult(0x800ccc10);
/** Address list bad. */
export const IXP_E_INVALID_ADDRESS_LIST: HResult = hresult(0x800ccc11);
/** Recv failed. */
export const IXP_E_SOCKET_READ_ERROR: HResult = hresult(0x800ccc12);
/** Send failed. */
export const IXP_E_SOCKET_WRITE_ERROR: HResult = hresult(0x800ccc13);
/** Socket set-up failed. */
export const IXP_E_SCOKET_INIT_ERROR: HResult = hresult(0x800ccc14);
/** Socket connect failed. */
export const IXP_E_SOCKET_CONNECT_ERROR: HResult = hresult(0x800ccc15);
/** Account bad. */
export const IXP_E_INVALID_ACCOUNT: HResult = hresult(0x800ccc16);
/** User cancelled. */
export const IXP_E_USER_CANCEL: HResult = hresult(0x800ccc17);
/** SPA logon refused. */
export const IXP_E_SICILY_LOGON_FAILED: HResult = hresult(0x800ccc18);
/** No answer in time. */
export const IXP_E_TIMEOUT: HResult = hresult(0x800ccc19);
/** TLS/SSL failed. */
export const IXP_E_SECURE_CONNECT_FAILED: HResult = hresult(0x800ccc1a);
/** Network not usable. */
export const IXP_E_WINSOCK_WSASYSNOTREADY: HResult = hresult(0x800ccc40);
/** Winsock version. */
export const IXP_E_WINSOCK_WSAVERNOTSUPPORTED: HResult = hresult(0x800ccc41);
/** Bad address. */
export const IXP_E_WINSOCK_WSAEFAULT: HResult = hresult(0x800ccc43);
/** Winsock not loaded. */
export const IXP_E_WINSOCK_FAILED_WSASTARTUP: HResult = hresult(0x800ccc44);
/** Blocking call running. */
export const IXP_E_WINSOCK_WSAEINPROGRESS: HResult = hresult(0x800ccc45);
/** Reply not understood. */
export const IXP_E_SMTP_RESPONSE_ERROR: HResult = hresult(0x800ccc60);
/** Reply number not known. */
export const IXP_E_SMTP_UNKNOWN_RESPONSE_CODE: HResult = hresult(0x800ccc61);
/** Syntax error. */
export const IXP_E_SMTP_500_SYNTAX_ERROR: HResult = hresult(0x800ccc62);
/** Parameter syntax. */
export const IXP_E_SMTP_501_PARAM_SYNTAX: HResult = hresult(0x800ccc63);
/** Command not implemented. */
export const IXP_E_SMTP_502_COMMAND_NOTIMPL: HResult = hresult(0x800ccc64);
/** Bad sequence. */
export const IXP_E_SMTP_503_COMMAND_SEQ: HResult = hresult(0x800ccc65);
/** Parameter not implemented. */
export const IXP_E_SMTP_504_COMMAND_PARAM_NOTIMPL: HResult = hresult(0x800ccc66);
/** Service not available. */
export const IXP_E_SMTP_421_NOT_AVAILABLE: HResult = hresult(0x800ccc67);
/** Mailbox busy. */
export const IXP_E_SMTP_450_MAILBOX_BUSY: HResult = hresult(0x800ccc68);
/** Mailbox not found. */
export const IXP_E_SMTP_550_MAILBOX_NOT_FOUND: HResult = hresult(0x800ccc69);
/** Processing error. */
export const IXP_E_SMTP_451_ERROR_PROCESSING: HResult = hresult(0x800ccc6a);
/** User not local. */
export const IXP_E_SMTP_551_USER_NOT_LOCAL: HResult = hresult(0x800ccc6b);
/** No storage. */
export const IXP_E_SMTP_452_NO_SYSTEM_STORAGE: HResult = hresult(0x800ccc6c);
/** Over quota. */
export const IXP_E_SMTP_552_STORAGE_OVERFLOW: HResult = hresult(0x800ccc6d);
/** Mailbox name syntax. */
export const IXP_E_SMTP_553_MAILBOX_NAME_SYNTAX: HResult = hresult(0x800ccc6e);
/** Transaction failed. */
export const IXP_E_SMTP_554_TRANSACT_FAILED: HResult = hresult(0x800ccc6f);
/** System status. */
export const IXP_S_SMTP_211_SYSTEM_STATUS: HResult = hresult(0x000ccc70);
/** The spelling of some headers; the code is a success. Same as {@link IXP_S_SMTP_211_SYSTEM_STATUS}. */
export const IXP_E_SMTP_211_SYSTEM_STATUS: HResult = IXP_S_SMTP_211_SYSTEM_STATUS;
/** Help text. */
export const IXP_S_SMTP_214_HELP_MESSAGE: HResult = hresult(0x000ccc71);
/** The spelling of some headers; the code is a success. Same as {@link IXP_S_SMTP_214_HELP_MESSAGE}. */
export const IXP_E_SMTP_214_HELP_MESSAGE: HResult = IXP_S_SMTP_214_HELP_MESSAGE;
/** Server ready. */
export const IXP_S_SMTP_220_READY: HResult = hresult(0x000ccc72);
/** The spelling of some headers; the code is a success. Same as {@link IXP_S_SMTP_220_READY}. */
export const IXP_E_SMTP_220_READY: HResult = IXP_S_SMTP_220_READY;
/** Server closes. */
export const IXP_S_SMTP_221_CLOSING: HResult = hresult(0x000ccc73);
/** The spelling of some headers; the code is a success. Same as {@link IXP_S_SMTP_221_CLOSING}. */
export const IXP_E_SMTP_221_CLOSING: HResult = IXP_S_SMTP_221_CLOSING;
/** Done. */
export const IXP_S_SMTP_250_MAIL_ACTION_OKAY: HResult = hresult(0x000ccc74);
/** The spelling of some headers; the code is a success. Same as {@link IXP_S_SMTP_250_MAIL_ACTION_OKAY}. */
export const IXP_E_SMTP_250_MAIL_ACTION_OKAY: HResult = IXP_S_SMTP_250_MAIL_ACTION_OKAY;
/** Recipient elsewhere, server forwards. */
export const IXP_S_SMTP_251_FORWARDING_MAIL: HResult = hresult(0x000ccc75);
/** The spelling of some headers; the code is a success. Same as {@link IXP_S_SMTP_251_FORWARDING_MAIL}. */
export const IXP_E_SMTP_251_FORWARDING_MAIL: HResult = IXP_S_SMTP_251_FORWARDING_MAIL;
/** Send the body. */
export const IXP_S_SMTP_354_START_MAIL_INPUT: HResult = hresult(0x000ccc76);
/** The spelling of some headers; the code is a success. Same as {@link IXP_S_SMTP_354_START_MAIL_INPUT}. */
export const IXP_E_SMTP_354_START_MAIL_INPUT: HResult = IXP_S_SMTP_354_START_MAIL_INPUT;
/** Go on; no reply number maps to it. */
export const IXP_S_SMTP_CONTINUE: HResult = hresult(0x000ccc77);
/** The spelling of some headers; the code is a success. Same as {@link IXP_S_SMTP_CONTINUE}. */
export const IXP_E_SMTP_CONTINUE: HResult = IXP_S_SMTP_CONTINUE;
/** AUTH challenge. */
export const IXP_S_SMTP_334_AUTH_READY_RESPONSE: HResult = hresult(0x000ccc78);
/** The spelling of some headers; the code is a success. Same as {@link IXP_S_SMTP_334_AUTH_READY_RESPONSE}. */
export const IXP_E_SMTP_334_AUTH_READY_RESPONSE: HResult = IXP_S_SMTP_334_AUTH_READY_RESPONSE;
/** AUTH accepted (the wire number is 235). */
export const IXP_S_SMTP_245_AUTH_SUCCESS: HResult = hresult(0x000ccc79);
/** The spelling of some headers; the code is a success. Same as {@link IXP_S_SMTP_245_AUTH_SUCCESS}. */
export const IXP_E_SMTP_245_AUTH_SUCCESS: HResult = IXP_S_SMTP_245_AUTH_SUCCESS;
/** MAIL refused. */
export const IXP_E_SMTP_REJECTED_SENDER: HResult = hresult(0x800ccc78);
/** RCPT refused. */
export const IXP_E_SMTP_REJECTED_RECIPIENTS: HResult = hresult(0x800ccc79);
/** No ADDR_FROM entry. */
export const IXP_E_SMTP_NO_SENDER: HResult = hresult(0x800ccc7a);
/** No ADDR_TO entry. */
export const IXP_E_SMTP_NO_RECIPIENTS: HResult = hresult(0x800ccc7b);
/** Server wants STARTTLS. */
export const IXP_E_SMTP_530_STARTTLS_REQUIRED: HResult = hresult(0x800ccc7c);
/** Server lacks STARTTLS. */
export const IXP_E_SMTP_NO_STARTTLS_SUPPORT: HResult = hresult(0x800ccc7d);
/** Taken, and sent without the delivery status notification that was asked for. */
export const IXP_S_SMTP_NO_DSN_SUPPORT: HResult = hresult(0x000ccc7e);
/** Server lacks DSN. */
export const IXP_E_SMTP_NO_DSN_SUPPORT: HResult = hresult(0x800ccc7e);
/** STARTTLS failed. */
export const IXP_E_SMTP_454_STARTTLS_FAILED: HResult = hresult(0x800ccc7f);
/** -ERR / bad answer. */
export const IXP_E_POP3_RESPONSE_ERROR: HResult = hresult(0x800ccc90);
/** USER refused. */
export const IXP_E_POP3_INVALID_USER_NAME: HResult = hresult(0x800ccc91);
/** PASS refused. */
export const IXP_E_POP3_INVALID_PASSWORD: HResult = hresult(0x800ccc92);
/** Answer not parsed. */
export const IXP_E_POP3_PARSE_FAILURE: HResult = hresult(0x800ccc93);
/** STAT must come first. */
export const IXP_E_POP3_NEED_STAT: HResult = hresult(0x800ccc94);
/** Mailbox empty. */
export const IXP_E_POP3_NO_MESSAGES: HResult = hresult(0x800ccc95);
/** Nothing marked. */
export const IXP_E_POP3_NO_MARKED_MESSAGES: HResult = hresult(0x800ccc96);
/** No such message number. */
export const IXP_E_POP3_POPID_OUT_OF_RANGE: HResult = hresult(0x800ccc97);
/** Bad answer. */
export const IXP_E_NNTP_RESPONSE_ERROR: HResult = hresult(0x800ccca0);
/** NEWGROUPS failed. */
export const IXP_E_NNTP_NEWGROUPS_FAILED: HResult = hresult(0x800ccca1);
/** LIST failed. */
export const IXP_E_NNTP_LIST_FAILED: HResult = hresult(0x800ccca2);
/** LISTGROUP failed. */
export const IXP_E_NNTP_LISTGROUP_FAILED: HResult = hresult(0x800ccca3);
/** GROUP failed. */
export const IXP_E_NNTP_GROUP_FAILED: HResult = hresult(0x800ccca4);
/** No such group. */
export const IXP_E_NNTP_GROUP_NOTFOUND: HResult = hresult(0x800ccca5);
/** ARTICLE failed. */
export const IXP_E_NNTP_ARTICLE_FAILED: HResult = hresult(0x800ccca6);
/** HEAD failed. */
export const IXP_E_NNTP_HEAD_FAILED: HResult = hresult(0x800ccca7);
/** BODY failed. */
export const IXP_E_NNTP_BODY_FAILED: HResult = hresult(0x800ccca8);
/** POST failed. */
export const IXP_E_NNTP_POST_FAILED: HResult = hresult(0x800ccca9);
/** NEXT failed. */
export const IXP_E_NNTP_NEXT_FAILED: HResult = hresult(0x800cccaa);
/** DATE failed. */
export const IXP_E_NNTP_DATE_FAILED: HResult = hresult(0x800cccab);
/** Header listing failed. */
export const IXP_E_NNTP_HEADERS_FAILED: HResult = hresult(0x800cccac);
/** XHDR failed. */
export const IXP_E_NNTP_XHDR_FAILED: HResult = hresult(0x800cccad);
/** Logon refused. */
export const IXP_E_NNTP_INVALID_USERPASS: HResult = hresult(0x800cccae);
/** RAS absent. */
export const IXP_E_RAS_NOT_INSTALLED: HResult = hresult(0x800cccc2);
/** RAS functions missing. */
export const IXP_E_RAS_PROCS_NOT_FOUND: HResult = hresult(0x800cccc3);
/** RAS error. */
export const IXP_E_RAS_ERROR: HResult = hresult(0x800cccc4);
/** Dial-up entry missing/damaged. */
export const IXP_E_RAS_INVALID_CONNECTOID: HResult = hresult(0x800cccc5);
/** Dial settings unreadable. */
export const IXP_E_RAS_GET_DIAL_PARAMS: HResult = hresult(0x800cccc6);
/** Logon failed. */
export const IXP_E_IMAP_LOGINFAILURE: HResult = hresult(0x800cccd1);
/** Tagged NO. */
export const IXP_E_IMAP_TAGGED_NO_RESPONSE: HResult = hresult(0x800cccd2);
/** BAD. */
export const IXP_E_IMAP_BAD_RESPONSE: HResult = hresult(0x800cccd3);
/** Server broke the grammar. */
export const IXP_E_IMAP_SVR_SYNTAXERR: HResult = hresult(0x800cccd4);
/** Not an IMAP server. */
export const IXP_E_IMAP_NOTIMAP: HResult = hresult(0x800cccd5);
/** Line too long. */
export const IXP_E_IMAP_BUFFER_OVERFLOW: HResult = hresult(0x800cccd6);
/** Receiver fault. */
export const IXP_E_IMAP_RECVR_ERROR: HResult = hresult(0x800cccd7);
/** Line not complete. */
export const IXP_E_IMAP_INCOMPLETE_LINE: HResult = hresult(0x800cccd8);
/** Greeted with refusal. */
export const IXP_E_IMAP_CONNECTION_REFUSED: HResult = hresult(0x800cccd9);
/** Unknown answer. */
export const IXP_E_IMAP_UNRECOGNIZED_RESP: HResult = hresult(0x800cccda);
/** UID changed. */
export const IXP_E_IMAP_CHANGEDUID: HResult = hresult(0x800cccdb);
/** UIDs not ascending. */
export const IXP_E_IMAP_UIDORDER: HResult = hresult(0x800cccdc);
/** Server said BYE. */
export const IXP_E_IMAP_UNSOLICITED_BYE: HResult = hresult(0x800cccdd);
/** Wrong state. */
export const IXP_E_IMAP_IMPROPER_SVRSTATE: HResult = hresult(0x800cccde);
/** No way to log on. */
export const IXP_E_IMAP_AUTH_NOT_POSSIBLE: HResult = hresult(0x800cccdf);
/** All methods tried. */
export const IXP_E_IMAP_OUT_OF_AUTH_METHODS: HResult = hresult(0x800ccce0);

nameCodes({
  IXP_E_LOAD_SICILY_FAILED,
  IXP_E_INVALID_CERT_CN,
  IXP_E_INVALID_CERT_DATE,
  IXP_E_ALREADY_CONNECTED,
  IXP_E_CONN,
  IXP_E_NOT_CONNECTED,
  IXP_E_CONN_SEND,
  IXP_E_WOULD_BLOCK,
  IXP_E_INVALID_STATE,
  IXP_E_CONN_RECV,
  IXP_E_INCOMPLETE,
  IXP_E_BUSY,
  IXP_E_NOT_INIT,
  IXP_E_CANT_FIND_HOST,
  IXP_E_FAILED_TO_CONNECT,
  IXP_E_CONNECTION_DROPPED,
  IXP_E_INVALID_ADDRESS,
  IXP_E_INVALID_ADDRESS_LIST,
  IXP_E_SOCKET_READ_ERROR,
  IXP_E_SOCKET_WRITE_ERROR,
  IXP_E_SCOKET_INIT_ERROR,
  IXP_E_SOCKET_CONNECT_ERROR,
  IXP_E_INVALID_ACCOUNT,
  IXP_E_USER_CANCEL,
  IXP_E_SICILY_LOGON_FAILED,
  IXP_E_TIMEOUT,
  IXP_E_SECURE_CONNECT_FAILED,
  IXP_E_WINSOCK_WSASYSNOTREADY,
  IXP_E_WINSOCK_WSAVERNOTSUPPORTED,
  IXP_E_WINSOCK_WSAEFAULT,
  IXP_E_WINSOCK_FAILED_WSASTARTUP,
  IXP_E_WINSOCK_WSAEINPROGRESS,
  IXP_E_SMTP_RESPONSE_ERROR,
  IXP_E_SMTP_UNKNOWN_RESPONSE_CODE,
  IXP_E_SMTP_500_SYNTAX_ERROR,
  IXP_E_SMTP_501_PARAM_SYNTAX,
  IXP_E_SMTP_502_COMMAND_NOTIMPL,
  IXP_E_SMTP_503_COMMAND_SEQ,
  IXP_E_SMTP_504_COMMAND_PARAM_NOTIMPL,
  IXP_E_SMTP_421_NOT_AVAILABLE,
  IXP_E_SMTP_450_MAILBOX_BUSY,
  IXP_E_SMTP_550_MAILBOX_NOT_FOUND,
  IXP_E_SMTP_451_ERROR_PROCESSING,
  IXP_E_SMTP_551_USER_NOT_LOCAL,
  IXP_E_SMTP_452_NO_SYSTEM_STORAGE,
  IXP_E_SMTP_552_STORAGE_OVERFLOW,
  IXP_E_SMTP_553_MAILBOX_NAME_SYNTAX,
  IXP_E_SMTP_554_TRANSACT_FAILED,
  IXP_S_SMTP_211_SYSTEM_STATUS,
  IXP_E_SMTP_211_SYSTEM_STATUS,
  IXP_S_SMTP_214_HELP_MESSAGE,
  IXP_E_SMTP_214_HELP_MESSAGE,
  IXP_S_SMTP_220_READY,
  IXP_E_SMTP_220_READY,
  IXP_S_SMTP_221_CLOSING,
  IXP_E_SMTP_221_CLOSING,
  IXP_S_SMTP_250_MAIL_ACTION_OKAY,
  IXP_E_SMTP_250_MAIL_ACTION_OKAY,
  IXP_S_SMTP_251_FORWARDING_MAIL,
  IXP_E_SMTP_251_FORWARDING_MAIL,
  IXP_S_SMTP_354_START_MAIL_INPUT,
  IXP_E_SMTP_354_START_MAIL_INPUT,
  IXP_S_SMTP_CONTINUE,
  IXP_E_SMTP_CONTINUE,
  IXP_S_SMTP_334_AUTH_READY_RESPONSE,
  IXP_E_SMTP_334_AUTH_READY_RESPONSE,
  IXP_S_SMTP_245_AUTH_SUCCESS,
  IXP_E_SMTP_245_AUTH_SUCCESS,
  IXP_E_SMTP_REJECTED_SENDER,
  IXP_E_SMTP_REJECTED_RECIPIENTS,
  IXP_E_SMTP_NO_SENDER,
  IXP_E_SMTP_NO_RECIPIENTS,
  IXP_E_SMTP_530_STARTTLS_REQUIRED,
  IXP_E_SMTP_NO_STARTTLS_SUPPORT,
  IXP_S_SMTP_NO_DSN_SUPPORT,
  IXP_E_SMTP_NO_DSN_SUPPORT,
  IXP_E_SMTP_454_STARTTLS_FAILED,
  IXP_E_POP3_RESPONSE_ERROR,
  IXP_E_POP3_INVALID_USER_NAME,
  IXP_E_POP3_INVALID_PASSWORD,
  IXP_E_POP3_PARSE_FAILURE,
  IXP_E_POP3_NEED_STAT,
  IXP_E_POP3_NO_MESSAGES,
  IXP_E_POP3_NO_MARKED_MESSAGES,
  IXP_E_POP3_POPID_OUT_OF_RANGE,
  IXP_E_NNTP_RESPONSE_ERROR,
  IXP_E_NNTP_NEWGROUPS_FAILED,
  IXP_E_NNTP_LIST_FAILED,
  IXP_E_NNTP_LISTGROUP_FAILED,
  IXP_E_NNTP_GROUP_FAILED,
  IXP_E_NNTP_GROUP_NOTFOUND,
  IXP_E_NNTP_ARTICLE_FAILED,
  IXP_E_NNTP_HEAD_FAILED,
  IXP_E_NNTP_BODY_FAILED,
  IXP_E_NNTP_POST_FAILED,
  IXP_E_NNTP_NEXT_FAILED,
  IXP_E_NNTP_DATE_FAILED,
  IXP_E_NNTP_HEADERS_FAILED,
  IXP_E_NNTP_XHDR_FAILED,
  IXP_E_NNTP_INVALID_USERPASS,
  IXP_E_RAS_NOT_INSTALLED,
  IXP_E_RAS_PROCS_NOT_FOUND,
  IXP_E_RAS_ERROR,
  IXP_E_RAS_INVALID_CONNECTOID,
  IXP_E_RAS_GET_DIAL_PARAMS,
  IXP_E_IMAP_LOGINFAILURE,
  IXP_E_IMAP_TAGGED_NO_RESPONSE,
  IXP_E_IMAP_BAD_RESPONSE,
  IXP_E_IMAP_SVR_SYNTAXERR,
  IXP_E_IMAP_NOTIMAP,
  IXP_E_IMAP_BUFFER_OVERFLOW,
  IXP_E_IMAP_RECVR_ERROR,
  IXP_E_IMAP_INCOMPLETE_LINE,
  IXP_E_IMAP_CONNECTION_REFUSED,
  IXP_E_IMAP_UNRECOGNIZED_RESP,
  IXP_E_IMAP_CHANGEDUID,
  IXP_E_IMAP_UIDORDER,
  IXP_E_IMAP_UNSOLICITED_BYE,
  IXP_E_IMAP_IMPROPER_SVRSTATE,
  IXP_E_IMAP_AUTH_NOT_POSSIBLE,
  IXP_E_IMAP_OUT_OF_AUTH_METHODS,
});
