// Structures that hold others: restrictions, sort orders, names, events, what a dialog is told.
#include "extended/giving.h"

namespace comail {

namespace {

constexpr ULONG kUnicodeDialog = 0x40;


void there(Writer &out, const void *pointer) { out.u8(pointer ? 1 : 0); }

void putOptionalBytes(Writer &out, const void *bytes, ULONG count) { out.bytes(bytes, count); }

void putNested(Writer &out, const SRestriction &restriction, unsigned depth) {
  if (depth >= kDeepest) throw Failed{static_cast<HRESULT>(MAPI_E_TOO_COMPLEX)};
  const auto inner = [&out, depth](const SRestriction *one) { putNested(out, *needed(one), depth + 1); };
  const auto &res = restriction.res;
  out.u32(restriction.rt);
  switch (restriction.rt) {
    case RES_AND:
    case RES_OR:
      putMany(out, res.resAnd.cRes, res.resAnd.lpRes, [&inner](const SRestriction &one) { inner(&one); });
      return;
    case RES_NOT: inner(res.resNot.lpRes); return;
    case RES_CONTENT:
      out.u32(res.resContent.ulFuzzyLevel).u32(res.resContent.ulPropTag);
      putProp(out, *needed(res.resContent.lpProp));
      return;
    case RES_PROPERTY:
      out.u32(res.resProperty.relop).u32(res.resProperty.ulPropTag);
      putProp(out, *needed(res.resProperty.lpProp));
      return;
    case RES_COMPAREPROPS:
      out.u32(res.resCompareProps.relop).u32(res.resCompareProps.ulPropTag1).u32(res.resCompareProps.ulPropTag2);
      return;
    case RES_BITMASK: out.u32(res.resBitMask.relBMR).u32(res.resBitMask.ulPropTag).u32(res.resBitMask.ulMask); return;
    case RES_SIZE: out.u32(res.resSize.relop).u32(res.resSize.ulPropTag).u32(res.resSize.cb); return;
    case RES_EXIST: out.u32(res.resExist.ulPropTag); return;
    case RES_SUBRESTRICTION:
      out.u32(res.resSub.ulSubObject);
      inner(res.resSub.lpRes);
      return;
    // A count has the members of a sub-object's restriction, an annotation those of a comment.
    case kCountRestriction:
      out.u32(res.resSub.ulSubObject);
      inner(res.resSub.lpRes);
      return;
    case RES_COMMENT:
    case kAnnotationRestriction:
      there(out, res.resComment.lpRes);
      if (res.resComment.lpRes) inner(res.resComment.lpRes);
      putMany(out, res.resComment.cValues, res.resComment.lpProp, [&out](const SPropValue &one) { putProp(out, one); });
      return;
    default: throw Failed{static_cast<HRESULT>(MAPI_E_INVALID_PARAMETER)};
  }
}

void putError(Writer &out, const MAPIERROR *error, bool wide) {
  there(out, error);
  if (!error) return;
  out.u32(error->ulVersion);
  putText(out, error->lpszError, wide);
  putText(out, error->lpszComponent, wide);
  out.u32(error->ulLowLevelError).u32(error->ulContext);
}

}  // namespace

void putRestriction(Writer &out, const SRestriction *restriction) {
  there(out, restriction);
  if (restriction) putNested(out, *restriction, 0);
}

void putSort(Writer &out, const SSortOrderSet *order) {
  there(out, order);
  if (!order) return;
  putMany(out, order->cSorts, order->aSort, [&out](const SSortOrder &one) { out.u32(one.ulPropTag).u32(one.ulOrder); });
  out.u32(order->cCategories).u32(order->cExpanded);
}

void putNames(Writer &out, ULONG count, MAPINAMEID *const *names) {
  if (!names) {
    out.u32(kNull);
    return;
  }
  putMany(out, count, names, [&out](const MAPINAMEID *name) {
    there(out, name);
    if (!name) return;
    putGuid(out, *needed(name->lpguid));
    out.u32(name->ulKind);
    if (name->ulKind == MNID_ID) out.u32(static_cast<uint32_t>(name->Kind.lID));
    else putText(out, needed(name->Kind.lpwstrName));
  });
}

void putNotification(Writer &out, const NOTIFICATION &event) {
  out.u32(event.ulEventType);
  const auto &info = event.info;
  switch (event.ulEventType) {
    case fnevCriticalError:
      putOptionalBytes(out, info.err.lpEntryID, info.err.cbEntryID);
      out.u32(static_cast<uint32_t>(info.err.scode)).u32(info.err.ulFlags);
      putError(out, info.err.lpMAPIError, info.err.ulFlags & MAPI_UNICODE);
      return;
    case fnevNewMail:
      putOptionalBytes(out, info.newmail.lpEntryID, info.newmail.cbEntryID);
      putOptionalBytes(out, info.newmail.lpParentID, info.newmail.cbParentID);
      out.u32(info.newmail.ulFlags);
      putText(out, info.newmail.lpszMessageClass, info.newmail.ulFlags & MAPI_UNICODE);
      out.u32(info.newmail.ulMessageFlags);
      return;
    case fnevObjectCreated:
    case fnevObjectDeleted:
    case fnevObjectModified:
    case fnevObjectMoved:
    case fnevObjectCopied:
    case fnevSearchComplete:
      putOptionalBytes(out, info.obj.lpEntryID, info.obj.cbEntryID);
      out.u32(info.obj.ulObjType);
      putOptionalBytes(out, info.obj.lpParentID, info.obj.cbParentID);
      putOptionalBytes(out, info.obj.lpOldID, info.obj.cbOldID);
      putOptionalBytes(out, info.obj.lpOldParentID, info.obj.cbOldParentID);
      putTags(out, info.obj.lpPropTagArray);
      return;
    case fnevTableModified:
      out.u32(info.tab.ulTableEvent).u32(static_cast<uint32_t>(info.tab.hResult));
      putProp(out, info.tab.propIndex);
      putProp(out, info.tab.propPrior);
      putProps(out, info.tab.row.cValues, info.tab.row.lpProps);
      return;
    case fnevStatusObjectModified:
      putOptionalBytes(out, info.statobj.lpEntryID, info.statobj.cbEntryID);
      putProps(out, info.statobj.cValues, info.statobj.lpPropVals);
      return;
    case fnevExtended:
      out.u32(info.ext.ulEvent);
      putOptionalBytes(out, info.ext.pbEventParameters, info.ext.cb);
      return;
    default: throw Failed{static_cast<HRESULT>(MAPI_E_INVALID_PARAMETER)};
  }
}

void putAddressDialog(Writer &out, const ADRPARM *dialog) {
  there(out, dialog);
  if (!dialog) return;
  const bool wide = dialog->ulFlags & kUnicodeDialog;
  putOptionalBytes(out, dialog->lpABContEntryID, dialog->cbABContEntryID);
  out.u32(dialog->ulFlags).u32(dialog->ulHelpContext);
  putText(out, dialog->lpszHelpFileName, wide);
  putText(out, dialog->lpszCaption, wide);
  putText(out, dialog->lpszNewEntryTitle, wide);
  putText(out, dialog->lpszDestWellsTitle, wide);
  // As many fields as a dialog can show; -1 and 0 stand for none of one's own.
  const ULONG fields = dialog->cDestFields == 0xFFFFFFFF ? 0 : dialog->cDestFields;
  out.u32(dialog->cDestFields).u32(dialog->nDestFieldFocus);
  if (!dialog->lppszDestTitles) out.u32(kNull);
  else putMany(out, fields, dialog->lppszDestTitles, [&out, wide](const void *title) { putText(out, title, wide); });
  if (!dialog->lpulDestComps) out.u32(kNull);
  else putMany(out, fields, dialog->lpulDestComps, [&out](ULONG kind) { out.u32(kind); });
  putRestriction(out, dialog->lpContRestriction);
  putRestriction(out, dialog->lpHierRestriction);
}

}  // namespace comail
