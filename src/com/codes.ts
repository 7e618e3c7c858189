import { type HResult, hresult } from './hresult.js';
import { nameCodes } from './names.js';

/** Done. */
export const S_OK: HResult = hresult(0);
/** Done, and the answer is no. */
export const S_FALSE: HResult = hresult(1);
/** Another name of {@link S_OK}. */
export const NOERROR: HResult = S_OK;
/** The method does not exist in this version. */
export const E_NOTIMPL: HResult = hresult(0x80004001);
/** The object does not have the interface that was asked for. */
export const E_NOINTERFACE: HResult = hresult(0x80004002);
/** A pointer is missing. */
export const E_POINTER: HResult = hresult(0x80004003);
/** The operation was given up. */
export const E_ABORT: HResult = hresult(0x80004004);
/** Something failed that no better code names. */
export const E_FAIL: HResult = hresult(0x80004005);
/** A state that should not occur. */
export const E_UNEXPECTED: HResult = hresult(0x8000ffff);
/** The caller may not do this. */
export const E_ACCESSDENIED: HResult = hresult(0x80070005);
/** A handle that names nothing. */
export const E_HANDLE: HResult = hresult(0x80070006);
/** Memory, or a stated limit, is exhausted. */
export const E_OUTOFMEMORY: HResult = hresult(0x8007000e);
/** An argument is missing or out of its range. */
export const E_INVALIDARG: HResult = hresult(0x80070057);
/** The data needed are not there yet. */
export const E_PENDING: HResult = hresult(0x8000000a);
/** The object does not support being part of another one. */
export const CLASS_E_NOAGGREGATION: HResult = hresult(0x80040110);
/** The class object does not make objects of that class. */
export const CLASS_E_CLASSNOTAVAILABLE: HResult = hresult(0x80040111);
/** No class is registered under that CLSID. */
export const REGDB_E_CLASSNOTREG: HResult = hresult(0x80040154);
/** A library, or one that it needs, is missing. */
export const CO_E_DLLNOTFOUND: HResult = hresult(0x800401f8);
/** A library lacks what was expected of it. */
export const CO_E_ERRORINDLL: HResult = hresult(0x800401f9);
/** The class object was registered already and does not allow another. */
export const CO_E_OBJISREG: HResult = hresult(0x800401fc);
/** The object is no longer connected to its implementation. */
export const CO_E_OBJNOTCONNECTED: HResult = hresult(0x800401fd);
/** The object was released for the last time; the pointer is dead. */
export const CO_E_RELEASED: HResult = hresult(0x800401ff);
/** A call that must wait was made where nothing may wait. */
export const RPC_E_CANTCALLOUT_INASYNCCALL: HResult = hresult(0x80010004);
/** The other side is gone. */
export const RPC_E_DISCONNECTED: HResult = hresult(0x80010108);
/** The other side did not answer in time. */
export const RPC_E_TIMEOUT: HResult = hresult(0x8001011f);
/** The call was made on the wrong thread. */
export const RPC_E_WRONG_THREAD: HResult = hresult(0x8001010e);
/** The function does not exist on this storage. */
export const STG_E_INVALIDFUNCTION: HResult = hresult(0x80030001);
/** The file is not there. */
export const STG_E_FILENOTFOUND: HResult = hresult(0x80030002);
/** A folder of the path is not there. */
export const STG_E_PATHNOTFOUND: HResult = hresult(0x80030003);
/** Too many files are open. */
export const STG_E_TOOMANYOPENFILES: HResult = hresult(0x80030004);
/** The storage may not be used this way. */
export const STG_E_ACCESSDENIED: HResult = hresult(0x80030005);
/** Not enough memory for the storage. */
export const STG_E_INSUFFICIENTMEMORY: HResult = hresult(0x80030008);
/** A pointer given to the storage is bad. */
export const STG_E_INVALIDPOINTER: HResult = hresult(0x80030009);
/** The position lies before the start. */
export const STG_E_SEEKERROR: HResult = hresult(0x80030019);
/** The medium refused the write. */
export const STG_E_WRITEFAULT: HResult = hresult(0x8003001d);
/** The medium refused the read. */
export const STG_E_READFAULT: HResult = hresult(0x8003001e);
/** Somebody else has opened it in a way that excludes this one. */
export const STG_E_SHAREVIOLATION: HResult = hresult(0x80030020);
/** Somebody else has a lock on this range. */
export const STG_E_LOCKVIOLATION: HResult = hresult(0x80030021);
/** The name exists already. */
export const STG_E_FILEALREADYEXISTS: HResult = hresult(0x80030050);
/** A parameter of a storage call is out of its range. */
export const STG_E_INVALIDPARAMETER: HResult = hresult(0x80030057);
/** No space is left. */
export const STG_E_MEDIUMFULL: HResult = hresult(0x80030070);
/** A name that the storage cannot have. */
export const STG_E_INVALIDNAME: HResult = hresult(0x800300fc);
/** These bytes are no compound file. */
export const STG_E_INVALIDHEADER: HResult = hresult(0x800300fb);
/** A flag that the storage does not know. */
export const STG_E_INVALIDFLAG: HResult = hresult(0x800300ff);
/** The storage object was closed. */
export const STG_E_REVERTED: HResult = hresult(0x80030102);
/** The compound file contradicts itself. */
export const STG_E_DOCFILECORRUPT: HResult = hresult(0x80030109);

nameCodes({
  S_OK,
  S_FALSE,
  NOERROR,
  E_NOTIMPL,
  E_NOINTERFACE,
  E_POINTER,
  E_ABORT,
  E_FAIL,
  E_UNEXPECTED,
  E_ACCESSDENIED,
  E_HANDLE,
  E_OUTOFMEMORY,
  E_INVALIDARG,
  E_PENDING,
  CLASS_E_NOAGGREGATION,
  CLASS_E_CLASSNOTAVAILABLE,
  REGDB_E_CLASSNOTREG,
  CO_E_DLLNOTFOUND,
  CO_E_ERRORINDLL,
  CO_E_OBJISREG,
  CO_E_OBJNOTCONNECTED,
  CO_E_RELEASED,
  RPC_E_CANTCALLOUT_INASYNCCALL,
  RPC_E_DISCONNECTED,
  RPC_E_TIMEOUT,
  RPC_E_WRONG_THREAD,
  STG_E_INVALIDFUNCTION,
  STG_E_FILENOTFOUND,
  STG_E_PATHNOTFOUND,
  STG_E_TOOMANYOPENFILES,
  STG_E_ACCESSDENIED,
  STG_E_INSUFFICIENTMEMORY,
  STG_E_INVALIDPOINTER,
  STG_E_SEEKERROR,
  STG_E_WRITEFAULT,
  STG_E_READFAULT,
  STG_E_SHAREVIOLATION,
  STG_E_LOCKVIOLATION,
  STG_E_FILEALREADYEXISTS,
  STG_E_INVALIDPARAMETER,
  STG_E_MEDIUMFULL,
  STG_E_INVALIDHEADER,
  STG_E_INVALIDNAME,
  STG_E_INVALIDFLAG,
  STG_E_REVERTED,
  STG_E_DOCFILECORRUPT,
});
