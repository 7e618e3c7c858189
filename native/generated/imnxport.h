// Written by scripts/generate/imnxport-header.mjs from test/reference/imnxport.json; change the facts, not this file.
#pragma once

#include <objidl.h>
#include <stddef.h>

struct ITransportCallbackService;
struct ITransportCallback;
struct IInternetTransport;
struct ISMTPCallback;
struct ISMTPTransport;
struct ISMTPTransport2;
struct IImnAccount;
typedef DWORD ACCTTYPE;

#define CCHMAX_ACCOUNT_NAME 256
#define CCHMAX_USERNAME 256
#define CCHMAX_PASSWORD 256
#define CCHMAX_SERVER_NAME 256
#define CCHMAX_CONNECTOID 256
#define CCHMAX_EMAIL_ADDRESS 256
#define CCHMAX_ORG_NAME 256
#define CCHMAX_DISPLAY_NAME 256
#define CCHMAX_SEARCH_BASE 256
#define CCHMAX_ROOT_FOLDER 256
#define CCHMAX_SIGNATURE 16
#define CCHMAX_SERVICE 256
#define CCHMAX_DOMAIN 256
#define CCHMAX_PHONE_NUMBER 128
#define ISF_SMTP_USEIPFORHELO 0x1
#define ISF_ALWAYSPROMPTFORPASSWORD 0x2
#define ISF_SSLONSAMEPORT 0x4
#define ISF_QUERYDSNSUPPORT 0x8
#define ISF_QUERYAUTHSUPPORT 0x10

typedef enum tagIXPTYPE {
  IXP_NNTP = 0,
  IXP_SMTP = 1,
  IXP_POP3 = 2,
  IXP_IMAP = 3,
  IXP_RAS = 4,
  IXP_HTTPMail = 5,
} IXPTYPE;

typedef enum tagIXPSTATUS {
  IXP_FINDINGHOST = 0,
  IXP_CONNECTING = 1,
  IXP_SECURING = 2,
  IXP_CONNECTED = 3,
  IXP_AUTHORIZING = 4,
  IXP_AUTHRETRY = 5,
  IXP_AUTHORIZED = 6,
  IXP_DISCONNECTING = 7,
  IXP_DISCONNECTED = 8,
  IXP_LAST = 9,
} IXPSTATUS;

typedef enum tagIXPISSTATE {
  IXP_IS_CONNECTED = 0,
  IXP_IS_BUSY = 1,
  IXP_IS_READY = 2,
  IXP_IS_AUTHENTICATED = 3,
} IXPISSTATE;

typedef enum tagCMDTYPE {
  CMD_SEND = 0,
  CMD_RESP = 1,
} CMDTYPE;

typedef enum tagRASCONNTYPE {
  RAS_CONNECT_LAN = 0,
  RAS_CONNECT_MANUAL = 1,
  RAS_CONNECT_RAS = 2,
} RASCONNTYPE;

typedef enum tagINETADDRTYPE {
  ADDR_TO = 0,
  ADDR_FROM = 1,
  ADDR_DSN_NEVER = 16,
  ADDR_DSN_SUCCESS = 32,
  ADDR_DSN_FAILURE = 64,
  ADDR_DSN_DELAY = 128,
} INETADDRTYPE;

typedef enum tagDSNRET {
  DSNRET_DEFAULT = 0,
  DSNRET_HDRS = 1,
  DSNRET_FULL = 2,
} DSNRET;

typedef enum tagSMTPCOMMAND {
  SMTP_NONE = 0,
  SMTP_BANNER = 1,
  SMTP_CONNECTED = 2,
  SMTP_SEND_MESSAGE = 3,
  SMTP_AUTH = 4,
  SMTP_EHLO = 5,
  SMTP_HELO = 6,
  SMTP_MAIL = 7,
  SMTP_RCPT = 8,
  SMTP_RSET = 9,
  SMTP_QUIT = 10,
  SMTP_DATA = 11,
  SMTP_DOT = 12,
  SMTP_SEND_STREAM = 13,
  SMTP_CUSTOM = 14,
} SMTPCOMMAND;

typedef struct tagINETADDR {
  INETADDRTYPE addrtype;
  CHAR szEmail[CCHMAX_EMAIL_ADDRESS];
} INETADDR, *LPINETADDR;

typedef struct tagINETADDRLIST {
  ULONG cAddress;
  LPINETADDR prgAddress;
} INETADDRLIST, *LPINETADDRLIST;

typedef struct INETSERVER {
  CHAR szAccount[CCHMAX_ACCOUNT_NAME];
  CHAR szUserName[CCHMAX_USERNAME];
  CHAR szPassword[CCHMAX_PASSWORD];
  CHAR szServerName[CCHMAX_SERVER_NAME];
  CHAR szConnectoid[CCHMAX_CONNECTOID];
  RASCONNTYPE rasconntype;
  DWORD dwPort;
  BOOL fSSL;
  BOOL fTrySicily;
  DWORD dwTimeout;
  DWORD dwFlags;
} INETSERVER, *LPINETSERVER;

typedef struct tagIXPRESULT {
  HRESULT hrResult;
  LPSTR pszResponse;
  UINT uiServerError;
  HRESULT hrServerError;
  DWORD dwSocketError;
  LPSTR pszProblem;
} IXPRESULT, *LPIXPRESULT;

typedef struct tagSMTPSTREAM {
  DWORD cbIncrement;
  DWORD cbCurrent;
  DWORD cbTotal;
} SMTPSTREAM, *LPSMTPSTREAM;

typedef struct tagSMTPRESPONSE {
  SMTPCOMMAND command;
  BOOL fDone;
  IXPRESULT rIxpResult;
  ISMTPTransport *pTransport;
  union { SMTPSTREAM rStreamInfo; };
} SMTPRESPONSE, *LPSMTPRESPONSE;

typedef struct tagSMTPMESSAGE {
  ULONG cbSize;
  LPSTREAM pstmMsg;
  INETADDRLIST rAddressList;
} SMTPMESSAGE, *LPSMTPMESSAGE;

typedef struct tagSMTPMESSAGE2 {
  SMTPMESSAGE smtpMsg;
  LPSTR pszDSNENVID;
  DSNRET dsnRet;
  DWORD dwReserved;
  DWORD dwReserved2;
} SMTPMESSAGE2, *LPSMTPMESSAGE2;

#define IXP_E_LOAD_SICILY_FAILED ((HRESULT)0x800CCC00L)
#define IXP_E_INVALID_CERT_CN ((HRESULT)0x800CCC01L)
#define IXP_E_INVALID_CERT_DATE ((HRESULT)0x800CCC02L)
#define IXP_E_ALREADY_CONNECTED ((HRESULT)0x800CCC03L)
#define IXP_E_CONN ((HRESULT)0x800CCC04L)
#define IXP_E_NOT_CONNECTED ((HRESULT)0x800CCC05L)
#define IXP_E_CONN_SEND ((HRESULT)0x800CCC06L)
#define IXP_E_WOULD_BLOCK ((HRESULT)0x800CCC07L)
#define IXP_E_INVALID_STATE ((HRESULT)0x800CCC08L)
#define IXP_E_CONN_RECV ((HRESULT)0x800CCC09L)
#define IXP_E_INCOMPLETE ((HRESULT)0x800CCC0AL)
#define IXP_E_BUSY ((HRESULT)0x800CCC0BL)
#define IXP_E_NOT_INIT ((HRESULT)0x800CCC0CL)
#define IXP_E_CANT_FIND_HOST ((HRESULT)0x800CCC0DL)
#define IXP_E_FAILED_TO_CONNECT ((HRESULT)0x800CCC0EL)
#define IXP_E_CONNECTION_DROPPED ((HRESULT)0x800CCC0FL)
#define IXP_E_INVALID_ADDRESS ((HRESULT)0x800CCC10L)
#define IXP_E_INVALID_ADDRESS_LIST ((HRESULT)0x800CCC11L)
#define IXP_E_SOCKET_READ_ERROR ((HRESULT)0x800CCC12L)
#define IXP_E_SOCKET_WRITE_ERROR ((HRESULT)0x800CCC13L)
#define IXP_E_SCOKET_INIT_ERROR ((HRESULT)0x800CCC14L)
#define IXP_E_SOCKET_CONNECT_ERROR ((HRESULT)0x800CCC15L)
#define IXP_E_INVALID_ACCOUNT ((HRESULT)0x800CCC16L)
#define IXP_E_USER_CANCEL ((HRESULT)0x800CCC17L)
#define IXP_E_SICILY_LOGON_FAILED ((HRESULT)0x800CCC18L)
#define IXP_E_TIMEOUT ((HRESULT)0x800CCC19L)
#define IXP_E_SECURE_CONNECT_FAILED ((HRESULT)0x800CCC1AL)
#define IXP_E_WINSOCK_WSASYSNOTREADY ((HRESULT)0x800CCC40L)
#define IXP_E_WINSOCK_WSAVERNOTSUPPORTED ((HRESULT)0x800CCC41L)
#define IXP_E_WINSOCK_WSAEFAULT ((HRESULT)0x800CCC43L)
#define IXP_E_WINSOCK_FAILED_WSASTARTUP ((HRESULT)0x800CCC44L)
#define IXP_E_WINSOCK_WSAEINPROGRESS ((HRESULT)0x800CCC45L)
#define IXP_E_SMTP_RESPONSE_ERROR ((HRESULT)0x800CCC60L)
#define IXP_E_SMTP_UNKNOWN_RESPONSE_CODE ((HRESULT)0x800CCC61L)
#define IXP_E_SMTP_500_SYNTAX_ERROR ((HRESULT)0x800CCC62L)
#define IXP_E_SMTP_501_PARAM_SYNTAX ((HRESULT)0x800CCC63L)
#define IXP_E_SMTP_502_COMMAND_NOTIMPL ((HRESULT)0x800CCC64L)
#define IXP_E_SMTP_503_COMMAND_SEQ ((HRESULT)0x800CCC65L)
#define IXP_E_SMTP_504_COMMAND_PARAM_NOTIMPL ((HRESULT)0x800CCC66L)
#define IXP_E_SMTP_421_NOT_AVAILABLE ((HRESULT)0x800CCC67L)
#define IXP_E_SMTP_450_MAILBOX_BUSY ((HRESULT)0x800CCC68L)
#define IXP_E_SMTP_550_MAILBOX_NOT_FOUND ((HRESULT)0x800CCC69L)
#define IXP_E_SMTP_451_ERROR_PROCESSING ((HRESULT)0x800CCC6AL)
#define IXP_E_SMTP_551_USER_NOT_LOCAL ((HRESULT)0x800CCC6BL)
#define IXP_E_SMTP_452_NO_SYSTEM_STORAGE ((HRESULT)0x800CCC6CL)
#define IXP_E_SMTP_552_STORAGE_OVERFLOW ((HRESULT)0x800CCC6DL)
#define IXP_E_SMTP_553_MAILBOX_NAME_SYNTAX ((HRESULT)0x800CCC6EL)
#define IXP_E_SMTP_554_TRANSACT_FAILED ((HRESULT)0x800CCC6FL)
#define IXP_S_SMTP_211_SYSTEM_STATUS ((HRESULT)0x000CCC70L)
#define IXP_S_SMTP_214_HELP_MESSAGE ((HRESULT)0x000CCC71L)
#define IXP_S_SMTP_220_READY ((HRESULT)0x000CCC72L)
#define IXP_S_SMTP_221_CLOSING ((HRESULT)0x000CCC73L)
#define IXP_S_SMTP_250_MAIL_ACTION_OKAY ((HRESULT)0x000CCC74L)
#define IXP_S_SMTP_251_FORWARDING_MAIL ((HRESULT)0x000CCC75L)
#define IXP_S_SMTP_354_START_MAIL_INPUT ((HRESULT)0x000CCC76L)
#define IXP_S_SMTP_CONTINUE ((HRESULT)0x000CCC77L)
#define IXP_S_SMTP_334_AUTH_READY_RESPONSE ((HRESULT)0x000CCC78L)
#define IXP_S_SMTP_245_AUTH_SUCCESS ((HRESULT)0x000CCC79L)
#define IXP_E_SMTP_REJECTED_SENDER ((HRESULT)0x800CCC78L)
#define IXP_E_SMTP_REJECTED_RECIPIENTS ((HRESULT)0x800CCC79L)
#define IXP_E_SMTP_NO_SENDER ((HRESULT)0x800CCC7AL)
#define IXP_E_SMTP_NO_RECIPIENTS ((HRESULT)0x800CCC7BL)
#define IXP_E_SMTP_530_STARTTLS_REQUIRED ((HRESULT)0x800CCC7CL)
#define IXP_E_SMTP_NO_STARTTLS_SUPPORT ((HRESULT)0x800CCC7DL)
#define IXP_E_SMTP_NO_DSN_SUPPORT ((HRESULT)0x800CCC7EL)
#define IXP_E_SMTP_454_STARTTLS_FAILED ((HRESULT)0x800CCC7FL)
#define IXP_E_POP3_RESPONSE_ERROR ((HRESULT)0x800CCC90L)
#define IXP_E_POP3_INVALID_USER_NAME ((HRESULT)0x800CCC91L)
#define IXP_E_POP3_INVALID_PASSWORD ((HRESULT)0x800CCC92L)
#define IXP_E_POP3_PARSE_FAILURE ((HRESULT)0x800CCC93L)
#define IXP_E_POP3_NEED_STAT ((HRESULT)0x800CCC94L)
#define IXP_E_POP3_NO_MESSAGES ((HRESULT)0x800CCC95L)
#define IXP_E_POP3_NO_MARKED_MESSAGES ((HRESULT)0x800CCC96L)
#define IXP_E_POP3_POPID_OUT_OF_RANGE ((HRESULT)0x800CCC97L)
#define IXP_E_NNTP_RESPONSE_ERROR ((HRESULT)0x800CCCA0L)
#define IXP_E_NNTP_NEWGROUPS_FAILED ((HRESULT)0x800CCCA1L)
#define IXP_E_NNTP_LIST_FAILED ((HRESULT)0x800CCCA2L)
#define IXP_E_NNTP_LISTGROUP_FAILED ((HRESULT)0x800CCCA3L)
#define IXP_E_NNTP_GROUP_FAILED ((HRESULT)0x800CCCA4L)
#define IXP_E_NNTP_GROUP_NOTFOUND ((HRESULT)0x800CCCA5L)
#define IXP_E_NNTP_ARTICLE_FAILED ((HRESULT)0x800CCCA6L)
#define IXP_E_NNTP_HEAD_FAILED ((HRESULT)0x800CCCA7L)
#define IXP_E_NNTP_BODY_FAILED ((HRESULT)0x800CCCA8L)
#define IXP_E_NNTP_POST_FAILED ((HRESULT)0x800CCCA9L)
#define IXP_E_NNTP_NEXT_FAILED ((HRESULT)0x800CCCAAL)
#define IXP_E_NNTP_DATE_FAILED ((HRESULT)0x800CCCABL)
#define IXP_E_NNTP_HEADERS_FAILED ((HRESULT)0x800CCCACL)
#define IXP_E_NNTP_XHDR_FAILED ((HRESULT)0x800CCCADL)
#define IXP_E_NNTP_INVALID_USERPASS ((HRESULT)0x800CCCAEL)
#define IXP_E_RAS_NOT_INSTALLED ((HRESULT)0x800CCCC2L)
#define IXP_E_RAS_PROCS_NOT_FOUND ((HRESULT)0x800CCCC3L)
#define IXP_E_RAS_ERROR ((HRESULT)0x800CCCC4L)
#define IXP_E_RAS_INVALID_CONNECTOID ((HRESULT)0x800CCCC5L)
#define IXP_E_RAS_GET_DIAL_PARAMS ((HRESULT)0x800CCCC6L)
#define IXP_E_IMAP_LOGINFAILURE ((HRESULT)0x800CCCD1L)
#define IXP_E_IMAP_TAGGED_NO_RESPONSE ((HRESULT)0x800CCCD2L)
#define IXP_E_IMAP_BAD_RESPONSE ((HRESULT)0x800CCCD3L)
#define IXP_E_IMAP_SVR_SYNTAXERR ((HRESULT)0x800CCCD4L)
#define IXP_E_IMAP_NOTIMAP ((HRESULT)0x800CCCD5L)
#define IXP_E_IMAP_BUFFER_OVERFLOW ((HRESULT)0x800CCCD6L)
#define IXP_E_IMAP_RECVR_ERROR ((HRESULT)0x800CCCD7L)
#define IXP_E_IMAP_INCOMPLETE_LINE ((HRESULT)0x800CCCD8L)
#define IXP_E_IMAP_CONNECTION_REFUSED ((HRESULT)0x800CCCD9L)
#define IXP_E_IMAP_UNRECOGNIZED_RESP ((HRESULT)0x800CCCDAL)
#define IXP_E_IMAP_CHANGEDUID ((HRESULT)0x800CCCDBL)
#define IXP_E_IMAP_UIDORDER ((HRESULT)0x800CCCDCL)
#define IXP_E_IMAP_UNSOLICITED_BYE ((HRESULT)0x800CCCDDL)
#define IXP_E_IMAP_IMPROPER_SVRSTATE ((HRESULT)0x800CCCDEL)
#define IXP_E_IMAP_AUTH_NOT_POSSIBLE ((HRESULT)0x800CCCDFL)
#define IXP_E_IMAP_OUT_OF_AUTH_METHODS ((HRESULT)0x800CCCE0L)

inline constexpr GUID CLSID_ISMTPTransport = {0xFD853CE6, 0x7F86, 0x11D0, {0x82, 0x52, 0x00, 0xC0, 0x4F, 0xD8, 0x5A, 0xB4}};
inline constexpr GUID IID_ITransportCallbackService = {0xCA30F3FF, 0xC9AC, 0x11D1, {0x9A, 0x3A, 0x00, 0xC0, 0x4F, 0xA3, 0x09, 0xD4}};
inline constexpr GUID IID_ITransportCallback = {0x0DF2C7E1, 0x3435, 0x11D0, {0x81, 0xD0, 0x00, 0xC0, 0x4F, 0xD8, 0x5A, 0xB4}};
inline constexpr GUID IID_IInternetTransport = {0x1F636C01, 0x364E, 0x11D0, {0x81, 0xD3, 0x00, 0xC0, 0x4F, 0xD8, 0x5A, 0xB4}};
inline constexpr GUID IID_ISMTPCallback = {0x1F636C02, 0x364E, 0x11D0, {0x81, 0xD3, 0x00, 0xC0, 0x4F, 0xD8, 0x5A, 0xB4}};
inline constexpr GUID IID_ISMTPTransport = {0x0DF2C7E2, 0x3435, 0x11D0, {0x81, 0xD0, 0x00, 0xC0, 0x4F, 0xD8, 0x5A, 0xB4}};
inline constexpr GUID IID_ISMTPTransport2 = {0x0DF2C7EC, 0x3435, 0x11D0, {0x81, 0xD0, 0x00, 0xC0, 0x4F, 0xD8, 0x5A, 0xB4}};

struct ITransportCallbackService : public IUnknown {
  virtual HRESULT STDMETHODCALLTYPE GetParentWindow(DWORD dwReserved, HWND *phwndParent) = 0;
  virtual HRESULT STDMETHODCALLTYPE GetAccount(LPDWORD pdwServerType, IImnAccount **ppAccount) = 0;
};

struct ITransportCallback : public IUnknown {
  virtual HRESULT STDMETHODCALLTYPE OnTimeout(DWORD *pdwTimeout, IInternetTransport *pTransport) = 0;
  virtual HRESULT STDMETHODCALLTYPE OnLogonPrompt(LPINETSERVER pInetServer, IInternetTransport *pTransport) = 0;
  virtual INT STDMETHODCALLTYPE OnPrompt(HRESULT hrError, LPCSTR pszText, LPCSTR pszCaption, UINT uType, IInternetTransport *pTransport) = 0;
  virtual HRESULT STDMETHODCALLTYPE OnStatus(IXPSTATUS ixpstatus, IInternetTransport *pTransport) = 0;
  virtual HRESULT STDMETHODCALLTYPE OnError(IXPSTATUS ixpstatus, LPIXPRESULT pResult, IInternetTransport *pTransport) = 0;
  virtual HRESULT STDMETHODCALLTYPE OnCommand(CMDTYPE cmdtype, LPSTR pszLine, HRESULT hrResponse, IInternetTransport *pTransport) = 0;
};

struct IInternetTransport : public IUnknown {
  virtual HRESULT STDMETHODCALLTYPE GetServerInfo(LPINETSERVER pInetServer) = 0;
  virtual IXPTYPE STDMETHODCALLTYPE GetIXPType() = 0;
  virtual HRESULT STDMETHODCALLTYPE IsState(IXPISSTATE isstate) = 0;
  virtual HRESULT STDMETHODCALLTYPE InetServerFromAccount(IImnAccount *pAccount, LPINETSERVER pInetServer) = 0;
  virtual HRESULT STDMETHODCALLTYPE Connect(LPINETSERVER pInetServer, boolean fAuthenticate, boolean fCommandLogging) = 0;
  virtual HRESULT STDMETHODCALLTYPE HandsOffCallback() = 0;
  virtual HRESULT STDMETHODCALLTYPE Disconnect() = 0;
  virtual HRESULT STDMETHODCALLTYPE DropConnection() = 0;
  virtual HRESULT STDMETHODCALLTYPE GetStatus(IXPSTATUS *pCurrentStatus) = 0;
};

struct ISMTPCallback : public ITransportCallback {
  virtual HRESULT STDMETHODCALLTYPE OnResponse(LPSMTPRESPONSE pResponse) = 0;
};

struct ISMTPTransport : public IInternetTransport {
  virtual HRESULT STDMETHODCALLTYPE InitNew(LPSTR pszLogFilePath, ISMTPCallback *pCallback) = 0;
  virtual HRESULT STDMETHODCALLTYPE SendMessage(LPSMTPMESSAGE pMessage) = 0;
  virtual HRESULT STDMETHODCALLTYPE CommandMAIL(LPSTR pszEmailFrom) = 0;
  virtual HRESULT STDMETHODCALLTYPE CommandRCPT(LPSTR pszEmailTo) = 0;
  virtual HRESULT STDMETHODCALLTYPE CommandEHLO() = 0;
  virtual HRESULT STDMETHODCALLTYPE CommandHELO() = 0;
  virtual HRESULT STDMETHODCALLTYPE CommandAUTH(LPSTR pszAuthType) = 0;
  virtual HRESULT STDMETHODCALLTYPE CommandQUIT() = 0;
  virtual HRESULT STDMETHODCALLTYPE CommandRSET() = 0;
  virtual HRESULT STDMETHODCALLTYPE CommandDATA() = 0;
  virtual HRESULT STDMETHODCALLTYPE CommandDOT() = 0;
  virtual HRESULT STDMETHODCALLTYPE SendDataStream(IStream *pStream, ULONG cbSize) = 0;
};

struct ISMTPTransport2 : public ISMTPTransport {
  virtual HRESULT STDMETHODCALLTYPE SetWindow() = 0;
  virtual HRESULT STDMETHODCALLTYPE ResetWindow() = 0;
  virtual HRESULT STDMETHODCALLTYPE SendMessage2(LPSMTPMESSAGE2 pMessage) = 0;
  virtual HRESULT STDMETHODCALLTYPE CommandRCPT2(LPSTR pszEmailTo, INETADDRTYPE atDSN) = 0;
};

#ifdef _WIN64
static_assert(sizeof(INETADDR) == 260 && alignof(INETADDR) == 4, "INETADDR");
static_assert(offsetof(INETADDR, addrtype) == 0, "INETADDR.addrtype");
static_assert(offsetof(INETADDR, szEmail) == 4, "INETADDR.szEmail");
#else
static_assert(sizeof(INETADDR) == 260 && alignof(INETADDR) == 4, "INETADDR");
static_assert(offsetof(INETADDR, addrtype) == 0, "INETADDR.addrtype");
static_assert(offsetof(INETADDR, szEmail) == 4, "INETADDR.szEmail");
#endif
#ifdef _WIN64
static_assert(sizeof(INETADDRLIST) == 16 && alignof(INETADDRLIST) == 8, "INETADDRLIST");
static_assert(offsetof(INETADDRLIST, cAddress) == 0, "INETADDRLIST.cAddress");
static_assert(offsetof(INETADDRLIST, prgAddress) == 8, "INETADDRLIST.prgAddress");
#else
static_assert(sizeof(INETADDRLIST) == 8 && alignof(INETADDRLIST) == 4, "INETADDRLIST");
static_assert(offsetof(INETADDRLIST, cAddress) == 0, "INETADDRLIST.cAddress");
static_assert(offsetof(INETADDRLIST, prgAddress) == 4, "INETADDRLIST.prgAddress");
#endif
#ifdef _WIN64
static_assert(sizeof(INETSERVER) == 1304 && alignof(INETSERVER) == 4, "INETSERVER");
static_assert(offsetof(INETSERVER, szAccount) == 0, "INETSERVER.szAccount");
static_assert(offsetof(INETSERVER, szUserName) == 256, "INETSERVER.szUserName");
static_assert(offsetof(INETSERVER, szPassword) == 512, "INETSERVER.szPassword");
static_assert(offsetof(INETSERVER, szServerName) == 768, "INETSERVER.szServerName");
static_assert(offsetof(INETSERVER, szConnectoid) == 1024, "INETSERVER.szConnectoid");
static_assert(offsetof(INETSERVER, rasconntype) == 1280, "INETSERVER.rasconntype");
static_assert(offsetof(INETSERVER, dwPort) == 1284, "INETSERVER.dwPort");
static_assert(offsetof(INETSERVER, fSSL) == 1288, "INETSERVER.fSSL");
static_assert(offsetof(INETSERVER, fTrySicily) == 1292, "INETSERVER.fTrySicily");
static_assert(offsetof(INETSERVER, dwTimeout) == 1296, "INETSERVER.dwTimeout");
static_assert(offsetof(INETSERVER, dwFlags) == 1300, "INETSERVER.dwFlags");
#else
static_assert(sizeof(INETSERVER) == 1304 && alignof(INETSERVER) == 4, "INETSERVER");
static_assert(offsetof(INETSERVER, szAccount) == 0, "INETSERVER.szAccount");
static_assert(offsetof(INETSERVER, szUserName) == 256, "INETSERVER.szUserName");
static_assert(offsetof(INETSERVER, szPassword) == 512, "INETSERVER.szPassword");
static_assert(offsetof(INETSERVER, szServerName) == 768, "INETSERVER.szServerName");
static_assert(offsetof(INETSERVER, szConnectoid) == 1024, "INETSERVER.szConnectoid");
static_assert(offsetof(INETSERVER, rasconntype) == 1280, "INETSERVER.rasconntype");
static_assert(offsetof(INETSERVER, dwPort) == 1284, "INETSERVER.dwPort");
static_assert(offsetof(INETSERVER, fSSL) == 1288, "INETSERVER.fSSL");
static_assert(offsetof(INETSERVER, fTrySicily) == 1292, "INETSERVER.fTrySicily");
static_assert(offsetof(INETSERVER, dwTimeout) == 1296, "INETSERVER.dwTimeout");
static_assert(offsetof(INETSERVER, dwFlags) == 1300, "INETSERVER.dwFlags");
#endif
#ifdef _WIN64
static_assert(sizeof(IXPRESULT) == 40 && alignof(IXPRESULT) == 8, "IXPRESULT");
static_assert(offsetof(IXPRESULT, hrResult) == 0, "IXPRESULT.hrResult");
static_assert(offsetof(IXPRESULT, pszResponse) == 8, "IXPRESULT.pszResponse");
static_assert(offsetof(IXPRESULT, uiServerError) == 16, "IXPRESULT.uiServerError");
static_assert(offsetof(IXPRESULT, hrServerError) == 20, "IXPRESULT.hrServerError");
static_assert(offsetof(IXPRESULT, dwSocketError) == 24, "IXPRESULT.dwSocketError");
static_assert(offsetof(IXPRESULT, pszProblem) == 32, "IXPRESULT.pszProblem");
#else
static_assert(sizeof(IXPRESULT) == 24 && alignof(IXPRESULT) == 4, "IXPRESULT");
static_assert(offsetof(IXPRESULT, hrResult) == 0, "IXPRESULT.hrResult");
static_assert(offsetof(IXPRESULT, pszResponse) == 4, "IXPRESULT.pszResponse");
static_assert(offsetof(IXPRESULT, uiServerError) == 8, "IXPRESULT.uiServerError");
static_assert(offsetof(IXPRESULT, hrServerError) == 12, "IXPRESULT.hrServerError");
static_assert(offsetof(IXPRESULT, dwSocketError) == 16, "IXPRESULT.dwSocketError");
static_assert(offsetof(IXPRESULT, pszProblem) == 20, "IXPRESULT.pszProblem");
#endif
#ifdef _WIN64
static_assert(sizeof(SMTPSTREAM) == 12 && alignof(SMTPSTREAM) == 4, "SMTPSTREAM");
static_assert(offsetof(SMTPSTREAM, cbIncrement) == 0, "SMTPSTREAM.cbIncrement");
static_assert(offsetof(SMTPSTREAM, cbCurrent) == 4, "SMTPSTREAM.cbCurrent");
static_assert(offsetof(SMTPSTREAM, cbTotal) == 8, "SMTPSTREAM.cbTotal");
#else
static_assert(sizeof(SMTPSTREAM) == 12 && alignof(SMTPSTREAM) == 4, "SMTPSTREAM");
static_assert(offsetof(SMTPSTREAM, cbIncrement) == 0, "SMTPSTREAM.cbIncrement");
static_assert(offsetof(SMTPSTREAM, cbCurrent) == 4, "SMTPSTREAM.cbCurrent");
static_assert(offsetof(SMTPSTREAM, cbTotal) == 8, "SMTPSTREAM.cbTotal");
#endif
#ifdef _WIN64
static_assert(sizeof(SMTPRESPONSE) == 72 && alignof(SMTPRESPONSE) == 8, "SMTPRESPONSE");
static_assert(offsetof(SMTPRESPONSE, command) == 0, "SMTPRESPONSE.command");
static_assert(offsetof(SMTPRESPONSE, fDone) == 4, "SMTPRESPONSE.fDone");
static_assert(offsetof(SMTPRESPONSE, rIxpResult) == 8, "SMTPRESPONSE.rIxpResult");
static_assert(offsetof(SMTPRESPONSE, pTransport) == 48, "SMTPRESPONSE.pTransport");
static_assert(offsetof(SMTPRESPONSE, rStreamInfo) == 56, "SMTPRESPONSE.rStreamInfo");
#else
static_assert(sizeof(SMTPRESPONSE) == 48 && alignof(SMTPRESPONSE) == 4, "SMTPRESPONSE");
static_assert(offsetof(SMTPRESPONSE, command) == 0, "SMTPRESPONSE.command");
static_assert(offsetof(SMTPRESPONSE, fDone) == 4, "SMTPRESPONSE.fDone");
static_assert(offsetof(SMTPRESPONSE, rIxpResult) == 8, "SMTPRESPONSE.rIxpResult");
static_assert(offsetof(SMTPRESPONSE, pTransport) == 32, "SMTPRESPONSE.pTransport");
static_assert(offsetof(SMTPRESPONSE, rStreamInfo) == 36, "SMTPRESPONSE.rStreamInfo");
#endif
#ifdef _WIN64
static_assert(sizeof(SMTPMESSAGE) == 32 && alignof(SMTPMESSAGE) == 8, "SMTPMESSAGE");
static_assert(offsetof(SMTPMESSAGE, cbSize) == 0, "SMTPMESSAGE.cbSize");
static_assert(offsetof(SMTPMESSAGE, pstmMsg) == 8, "SMTPMESSAGE.pstmMsg");
static_assert(offsetof(SMTPMESSAGE, rAddressList) == 16, "SMTPMESSAGE.rAddressList");
#else
static_assert(sizeof(SMTPMESSAGE) == 16 && alignof(SMTPMESSAGE) == 4, "SMTPMESSAGE");
static_assert(offsetof(SMTPMESSAGE, cbSize) == 0, "SMTPMESSAGE.cbSize");
static_assert(offsetof(SMTPMESSAGE, pstmMsg) == 4, "SMTPMESSAGE.pstmMsg");
static_assert(offsetof(SMTPMESSAGE, rAddressList) == 8, "SMTPMESSAGE.rAddressList");
#endif
#ifdef _WIN64
static_assert(sizeof(SMTPMESSAGE2) == 56 && alignof(SMTPMESSAGE2) == 8, "SMTPMESSAGE2");
static_assert(offsetof(SMTPMESSAGE2, smtpMsg) == 0, "SMTPMESSAGE2.smtpMsg");
static_assert(offsetof(SMTPMESSAGE2, pszDSNENVID) == 32, "SMTPMESSAGE2.pszDSNENVID");
static_assert(offsetof(SMTPMESSAGE2, dsnRet) == 40, "SMTPMESSAGE2.dsnRet");
static_assert(offsetof(SMTPMESSAGE2, dwReserved) == 44, "SMTPMESSAGE2.dwReserved");
static_assert(offsetof(SMTPMESSAGE2, dwReserved2) == 48, "SMTPMESSAGE2.dwReserved2");
#else
static_assert(sizeof(SMTPMESSAGE2) == 32 && alignof(SMTPMESSAGE2) == 4, "SMTPMESSAGE2");
static_assert(offsetof(SMTPMESSAGE2, smtpMsg) == 0, "SMTPMESSAGE2.smtpMsg");
static_assert(offsetof(SMTPMESSAGE2, pszDSNENVID) == 16, "SMTPMESSAGE2.pszDSNENVID");
static_assert(offsetof(SMTPMESSAGE2, dsnRet) == 20, "SMTPMESSAGE2.dsnRet");
static_assert(offsetof(SMTPMESSAGE2, dwReserved) == 24, "SMTPMESSAGE2.dwReserved");
static_assert(offsetof(SMTPMESSAGE2, dwReserved2) == 28, "SMTPMESSAGE2.dwReserved2");
#endif
