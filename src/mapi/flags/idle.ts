// Written by scripts/generate/mapi-flags.mjs from test/reference/mapi-constants.json; change the facts, not this file.
import { bits, type FlagGroup, values } from './flaggroup.js';

/** Flag of an idle routine. @spec ftgregisteridleroutine */
export const IRONULL = 0x0;
/** Flag of an idle routine. @spec ftgregisteridleroutine */
export const FIROWAIT = 0x1;
/** Flag of an idle routine. @spec ftgregisteridleroutine */
export const FIROINTERVAL = 0x2;
/** Flag of an idle routine. @spec ftgregisteridleroutine */
export const FIROPERBLOCK = 0x4;
/** Flag of an idle routine. @spec ftgregisteridleroutine */
export const FIRODISABLED = 0x20;
/** Flag of an idle routine. @spec ftgregisteridleroutine */
export const FIROONCEONLY = 0x40;
/** Each flag of an idle routine, ORed together, with their names. @spec ftgregisteridleroutine */
export const IdleFlags: FlagGroup = /* @__PURE__ */ bits('IdleFlags', {
  IRONULL,
  FIROWAIT,
  FIROINTERVAL,
  FIROPERBLOCK,
  FIRODISABLED,
  FIROONCEONLY,
});

/** Change of an idle routine. @spec changeidleroutine */
export const IRCNULL = 0x0;
/** Change of an idle routine. @spec changeidleroutine */
export const FIRCPFN = 0x1;
/** Change of an idle routine. @spec changeidleroutine */
export const FIRCPV = 0x2;
/** Change of an idle routine. @spec changeidleroutine */
export const FIRCPRI = 0x4;
/** Change of an idle routine. @spec changeidleroutine */
export const FIRCCSEC = 0x8;
/** Change of an idle routine. @spec changeidleroutine */
export const FIRCIRO = 0x10;
/** Each change of an idle routine, ORed together, with their names. @spec changeidleroutine */
export const IdleChanges: FlagGroup = /* @__PURE__ */ bits('IdleChanges', {
  IRCNULL,
  FIRCPFN,
  FIRCPV,
  FIRCPRI,
  FIRCCSEC,
  FIRCIRO,
});

/** Priority of an idle routine. @spec ftgregisteridleroutine */
export const PRILOWEST = -32768;
/** Priority of an idle routine. @spec ftgregisteridleroutine */
export const PRIUSER = 0x0;
/** Priority of an idle routine. @spec ftgregisteridleroutine */
export const PRIHIGHEST = 0x7fff;
/** Each priority of an idle routine, one at a time, with their names. @spec ftgregisteridleroutine */
export const IdlePriorities: FlagGroup = /* @__PURE__ */ values('IdlePriorities', { PRILOWEST, PRIUSER, PRIHIGHEST });
