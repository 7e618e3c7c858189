import { type AnyIid, type Guid, type HResult, type Hr, type Iid, IUnknown, iid, type Out } from '../../com/index.js';
import type { MAPIERROR } from '../types/mapierror.js';
import type { MAPINAMEID } from '../types/nameid.js';
import type { SPropProblem } from '../types/problem.js';
import type { PropRow } from '../types/proprow.js';
import type { PropTag } from '../types/proptag.js';
import type { PropValue } from '../types/propvalue.js';
import type { IMAPIProgress } from './imapiprogress.js';

/** What {@link IMAPIProp.GetNamesFromIDs} answers. */
export interface PropNames {
  /** The tags the names belong to: those asked for, or all that have names. */
  readonly lppPropTags: readonly PropTag[];
  /** One name for each tag, in the same order; null where a tag has none. */
  readonly lpppPropNames: readonly (MAPINAMEID | null)[];
}

/**
 * An object with properties: what folders, messages, attachments, stores, address book entries, profile sections and
 * status objects have in common.
 *
 * Besides the codes listed at each method, every one may answer `MAPI_E_UNKNOWN_FLAGS` for a flag it does not know,
 * `MAPI_E_INVALID_PARAMETER` for an argument of the wrong shape and `MAPI_E_INVALID_OBJECT` when the object can no
 * longer be used. Where a flag decides the width of texts, `MAPI_UNICODE` asks for Unicode and its absence for 8 bits.
 * @spec imapipropiunknown
 */
export interface IMAPIProp extends IUnknown {
  /**
   * Explains the failure of an earlier call on this object.
   *
   * @param hResult the code that the call answered
   * @param ulFlags `MAPI_UNICODE` for Unicode texts
   * @returns `S_OK` with the explanation, whose texts are empty when there is nothing to add; `MAPI_E_BAD_CHARWIDTH`
   *   when the texts can't be had in the width asked for
   * @spec imapiprop-getlasterror
   */
  GetLastError(hResult: HResult, ulFlags?: number): Out<MAPIERROR>;
  /**
   * Makes pending changes permanent, on objects that keep them back (messages, attachments, address book containers and
   * users). On folders, stores, profile sections and status objects changes are permanent at once, and this does
   * nothing. After an error nothing is committed and the object stays open, whatever the flags say.
   *
   * @param ulFlags what becomes of the object: 0 when only Release will follow; `KEEP_OPEN_READONLY` to go on reading
   *   (it may stay writable); `KEEP_OPEN_READWRITE` to go on writing (it must not end up read-only); `FORCE_SAVE` to
   *   overwrite what somebody else saved meanwhile, after `MAPI_E_OBJECT_CHANGED`; `MAPI_DEFERRED_ERRORS` to allow that
   *   errors come later, which an implementation may ignore; `NON_EMS_XP_SAVE` for a message that no Exchange server
   *   delivered, so that rules may run; `SPAMFILTER_ONSAVE` to have it checked for spam
   * @returns `S_OK`; `MAPI_E_NO_ACCESS` when the object can't stay open as `KEEP_OPEN_*` asks: nothing is committed,
   *   its access stays as it was; `MAPI_E_OBJECT_CHANGED` when another opener saved it first; `MAPI_E_OBJECT_DELETED`
   *   when it was deleted meanwhile, which `FORCE_SAVE` can't mend
   * @spec imapiprop-savechanges
   */
  SaveChanges(ulFlags?: number): Hr;
  /**
   * Reads properties.
   *
   * @param lpPropTagArray the properties wanted, each with the type its value shall have, or `PT_UNSPECIFIED` for
   *   whichever it has; null for all properties but secure ones
   * @param ulFlags `MAPI_UNICODE`: texts of which the tag does not tell the width (`PT_UNSPECIFIED`, or all) come in
   *   Unicode
   * @returns `S_OK` or `MAPI_W_ERRORS_RETURNED` with the values in the order asked for. Under the warning some are null
   *   and the row tells why: `MAPI_E_NOT_FOUND` when there is no such property, `MAPI_E_NOT_ENOUGH_MEMORY` when the
   *   value is too large (often from 4 KB on: use OpenProperty with `IStream`), `MAPI_E_BAD_CHARWIDTH` when the width
   *   can't be had. A property of type `PT_OBJECT` is opened by OpenProperty instead. An object without properties
   *   answers `S_OK` and an empty row to null. `MAPI_E_INVALID_PARAMETER` when the array is empty
   * @spec imapiprop-getprops
   */
  GetProps<const T extends readonly PropTag[]>(lpPropTagArray: T | null, ulFlags?: number): Out<PropRow<T>>;
  /**
   * Lists the properties that the object has now, those of type `PT_OBJECT` included.
   *
   * @param ulFlags `MAPI_UNICODE`: texts are listed as `PT_UNICODE`, else as `PT_STRING8`
   * @returns `S_OK` with their tags, perhaps none; a provider may leave out what the caller may not see;
   *   `MAPI_E_BAD_CHARWIDTH` when the object does not know the width, even if it has no text at all
   * @spec imapiprop-getproplist
   */
  GetPropList(ulFlags?: number): Out<readonly PropTag[]>;
  /**
   * Opens a property that is too large or too intricate for GetProps and SetProps, through an interface: bytes and text
   * as `IStream`, an embedded message as `IMessage`, an OLE storage as `IStorage` or `IStreamDocfile`, the tables behind
   * `PR_MESSAGE_RECIPIENTS` and its like as `IMAPITable`. Open a property once at a time, and change it through that
   * interface alone.
   *
   * @param ulPropTag the property with its type
   * @param lpiid the interface
   * @param ulInterfaceOptions what the interface needs: `STGM_*` for `IStream` (`STGM_WRITE` to write), `MAPI_UNICODE`
   *   for `IMAPITable`, else 0
   * @param ulFlags `MAPI_MODIFY` to write; `MAPI_CREATE`, together with it, to make the property or discard its value;
   *   `MAPI_DEFERRED_ERRORS` to allow that errors come with a later call
   * @returns `S_OK` with the interface; `MAPI_E_INTERFACE_NOT_SUPPORTED` when the property does not have it;
   *   `MAPI_E_NO_ACCESS` when the caller may not; `MAPI_E_NO_SUPPORT` when the object can't open this property so;
   *   `MAPI_E_NOT_FOUND` when it does not exist and `MAPI_CREATE` is not set; `MAPI_E_INVALID_PARAMETER` when the type
   *   is `PT_UNSPECIFIED`
   * @spec imapiprop-openproperty
   */
  OpenProperty<I extends IUnknown>(
    ulPropTag: PropTag,
    lpiid: Iid<I>,
    ulInterfaceOptions: number,
    ulFlags?: number,
  ): Out<I>;
  /**
   * Writes properties, and makes those that the object does not have yet. A value with another type than before
   * replaces the old one. `PR_NULL` and values of type `PT_ERROR` are passed over without a word.
   *
   * @param lpPropArray the values, at least one
   * @returns `S_OK`, also when single properties were refused; these are listed with their place, tag and code:
   *   `MAPI_E_BAD_CHARWIDTH`, `MAPI_E_COMPUTED` when the provider works the value out itself, `MAPI_E_INVALID_TYPE`,
   *   `MAPI_E_NO_ACCESS` when it is read-only or the caller may not, `MAPI_E_NOT_ENOUGH_MEMORY` when the value is too
   *   large (use OpenProperty), `MAPI_E_UNEXPECTED_TYPE`. `MAPI_E_INVALID_PARAMETER`, with nothing written, for an
   *   empty array, a `PT_OBJECT` or a multi-valued property without values. Errors of a provider that writes later may
   *   come with a later call
   * @spec imapiprop-setprops
   */
  SetProps(lpPropArray: readonly PropValue[]): Out<readonly SPropProblem[]>;
  /**
   * Deletes properties.
   *
   * @param lpPropTagArray the properties, at least one; their types do not matter
   * @returns `S_OK`, also when single properties could not be deleted; these are listed; `MAPI_E_NO_ACCESS` when the
   *   caller may not, or the object can't be changed; `MAPI_E_INVALID_PARAMETER` for an empty array
   * @spec imapiprop-deleteprops
   */
  DeleteProps(lpPropTagArray: readonly PropTag[]): Out<readonly SPropProblem[]>;
  /**
   * Copies or moves the whole object into another: all its properties and subobjects but those left out. What the
   * target has besides stays.
   *
   * @param rgiidExclude interfaces, and with them all derived from them, whose contents are left out; null or none for
   *   all
   * @param lpExcludeProps properties left out, whatever type their tags say, for instance `PR_MESSAGE_RECIPIENTS` and
   *   `PR_MESSAGE_ATTACHMENTS`; null for none
   * @param ulUIParam the window that owns a progress dialog
   * @param lpProgress where progress goes under `MAPI_DIALOG`; null for the dialog that MAPI brings
   * @param lpInterface the interface of the target
   * @param lpDestObj the target
   * @param ulFlags `MAPI_MOVE` to move; `MAPI_NOREPLACE` to leave what the target already has; `MAPI_DIALOG` to show
   *   progress; `MAPI_DECLINE_OK`, set by MAPI alone, to refuse rather than call the support object
   * @returns `S_OK`, also when single properties failed; these are listed with `MAPI_E_BAD_CHARWIDTH`,
   *   `MAPI_E_COMPUTED` (to be ignored), `MAPI_E_INVALID_TYPE` or `MAPI_E_UNEXPECTED_TYPE`. `MAPI_E_COLLISION` when the
   *   target has a subobject of the same display name; `MAPI_E_DECLINE_COPY` when the provider does not copy itself;
   *   `MAPI_E_FOLDER_CYCLE` when the source contains the target, perhaps with part of the work done;
   *   `MAPI_E_INTERFACE_NOT_SUPPORTED` when the target does not have the interface, or all known ones are excluded;
   *   `MAPI_E_NO_ACCESS` when the caller may not, or source and target are the same; `MAPI_E_INVALID_PARAMETER` when no
   *   interface is named or the list of exclusions is empty
   * @spec imapiprop-copyto
   */
  CopyTo<I extends IUnknown>(
    rgiidExclude: readonly AnyIid[] | null,
    lpExcludeProps: readonly PropTag[] | null,
    ulUIParam: number,
    lpProgress: IMAPIProgress | null,
    lpInterface: Iid<I>,
    lpDestObj: NoInfer<I>,
    ulFlags?: number,
  ): Out<readonly SPropProblem[]>;
  /**
   * Copies or moves chosen properties into another object, as replying and forwarding do.
   *
   * @param lpIncludeProps the properties; `PR_NULL` may not be among them
   * @param ulUIParam the window that owns a progress dialog
   * @param lpProgress where progress goes under `MAPI_DIALOG`; null for the dialog that MAPI brings
   * @param lpInterface the interface of the target
   * @param lpDestObj the target
   * @param ulFlags as in CopyTo: `MAPI_MOVE`, `MAPI_NOREPLACE`, `MAPI_DIALOG`, `MAPI_DECLINE_OK`
   * @returns `S_OK`, also when single properties failed; these are listed with `MAPI_E_BAD_CHARWIDTH`,
   *   `MAPI_E_COMPUTED` (to be ignored), `MAPI_E_INVALID_TYPE` or `MAPI_E_UNEXPECTED_TYPE`. Else, as from CopyTo,
   *   `MAPI_E_COLLISION`, `MAPI_E_DECLINE_COPY`, `MAPI_E_FOLDER_CYCLE`, `MAPI_E_INTERFACE_NOT_SUPPORTED`,
   *   `MAPI_E_NO_ACCESS`
   * @spec imapiprop-copyprops
   */
  CopyProps<I extends IUnknown>(
    lpIncludeProps: readonly PropTag[],
    ulUIParam: number,
    lpProgress: IMAPIProgress | null,
    lpInterface: Iid<I>,
    lpDestObj: NoInfer<I>,
    ulFlags?: number,
  ): Out<readonly SPropProblem[]>;
  /**
   * Finds the names behind property identifiers of 0x8000 and above.
   *
   * @param lppPropTags the tags, whose types do not matter; null for every named property of the object
   * @param lpPropSetGuid the property set; null for any. It is ignored when tags are given; what it does without them
   *   is left open
   * @param ulFlags `MAPI_NO_STRINGS` for names that are numbers alone, `MAPI_NO_IDS` for names that are texts alone
   * @returns `S_OK` with tags and names, both empty when there is nothing to tell; `MAPI_W_ERRORS_RETURNED` when some
   *   tags have no name: theirs is null and the type of the tag `PT_ERROR`; `MAPI_E_NO_SUPPORT` when the object has no
   *   named properties; `MAPI_E_INVALID_PARAMETER` for an empty array
   * @spec imapiprop-getnamesfromids
   */
  GetNamesFromIDs(lppPropTags: readonly PropTag[] | null, lpPropSetGuid: Guid | null, ulFlags?: number): Out<PropNames>;
  /**
   * Finds the property identifiers behind names, and makes new ones on request.
   *
   * @param lppPropNames the names; null for all that the object knows, not together with `MAPI_CREATE`
   * @param ulFlags `MAPI_CREATE` to give an identifier to names that have none
   * @returns `S_OK` with one tag for each name, in order: an identifier of 0x8000 to 0xFFFE and the type
   *   `PT_UNSPECIFIED`; `MAPI_W_ERRORS_RETURNED` when some names have none: their tag is identifier 0 with `PT_ERROR`;
   *   `MAPI_E_NO_SUPPORT` when the object has no named properties; `MAPI_E_NOT_ENOUGH_MEMORY`; `MAPI_E_TOO_BIG` when
   *   more tags would come back than can
   * @spec imapiprop-getidsfromnames
   */
  GetIDsFromNames(lppPropNames: readonly MAPINAMEID[] | null, ulFlags?: number): Out<readonly PropTag[]>;
}

/** The IID of {@link IMAPIProp:interface}. */
export const IMAPIProp: Iid<IMAPIProp> = iid<IMAPIProp, IUnknown>(
  'IMAPIProp',
  '00020303-0000-0000-C000-000000000046',
  IUnknown,
  {
    GetLastError: '(HRESULT hResult, ULONG ulFlags, [out] LPMAPIERROR *lppMAPIError)',
    SaveChanges: '(ULONG ulFlags)',
    GetProps:
      '([unique] LPSPropTagArray lpPropTagArray, ULONG ulFlags, [out] ULONG *lpcValues, [out, size_is(lpcValues)] LPSPropValue *lppPropArray)',
    GetPropList: '(ULONG ulFlags, [out] LPSPropTagArray *lppPropTagArray)',
    OpenProperty:
      '(ULONG ulPropTag, LPCIID lpiid, ULONG ulInterfaceOptions, ULONG ulFlags, [out, iid_is(lpiid)] LPUNKNOWN *lppUnk)',
    SetProps:
      '(ULONG cValues, [size_is(cValues)] LPSPropValue lpPropArray, [out, unique] LPSPropProblemArray *lppProblems)',
    DeleteProps: '(LPSPropTagArray lpPropTagArray, [out, unique] LPSPropProblemArray *lppProblems)',
    CopyTo:
      '(ULONG ciidExclude, [unique, size_is(ciidExclude)] LPCIID rgiidExclude, [unique] LPSPropTagArray lpExcludeProps, ULONG_PTR ulUIParam, [unique] LPMAPIPROGRESS lpProgress, LPCIID lpInterface, [iid_is(lpInterface)] LPVOID lpDestObj, ULONG ulFlags, [out, unique] LPSPropProblemArray *lppProblems)',
    CopyProps:
      '(LPSPropTagArray lpIncludeProps, ULONG_PTR ulUIParam, [unique] LPMAPIPROGRESS lpProgress, LPCIID lpInterface, [iid_is(lpInterface)] LPVOID lpDestObj, ULONG ulFlags, [out, unique] LPSPropProblemArray *lppProblems)',
    GetNamesFromIDs:
      '([in, out, unique] LPSPropTagArray *lppPropTags, [unique] LPGUID lpPropSetGuid, ULONG ulFlags, [out] ULONG *lpcPropNames, [out, size_is(lpcPropNames)] LPMAPINAMEID **lpppPropNames)',
    GetIDsFromNames:
      '(ULONG cPropNames, [unique, size_is(cPropNames)] LPMAPINAMEID *lppPropNames, ULONG ulFlags, [out] LPSPropTagArray *lppPropTags)',
  },
  'later',
);
