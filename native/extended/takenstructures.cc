// Structures that hold others: restrictions, sort orders, names, errors, events.
#include "extended/giving.h"
#include "extended/taking.h"

namespace comail {

namespace {

void takeNested(Reader &in, Block &block, SRestriction &restriction, unsigned depth) {
  if (depth >= kDeepest) in.spoil();
  const auto inner = [&](LPSRestriction &into) {
    into = block.array<SRestriction>(1);
    takeNested(in, block, *into, depth + 1);
  };
  const auto prop = [&](LPSPropValue &into) {
    into = block.array<SPropValue>(1);
    takeProp(in, block, *into);
  };
  auto &res = restriction.res;
  restriction.rt = in.u32();
  if (!in.good()) return;
  switch (restriction.rt) {
    case RES_AND:
    case RES_OR:
      res.resAnd.lpRes = present(in, takeMany<SRestriction>(in, block, res.resAnd.cRes, 4, [&](SRestriction &one) {
        takeNested(in, block, one, depth + 1);
      }));
      break;
    case RES_NOT: inner(res.resNot.lpRes); break;
    case RES_CONTENT:
      res.resContent.ulFuzzyLevel = in.u32();
      res.resContent.ulPropTag = in.u32();
      prop(res.resContent.lpProp);
      break;
    case RES_PROPERTY:
      res.resProperty.relop = in.u32();
      res.resProperty.ulPropTag = in.u32();
      prop(res.resProperty.lpProp);
      break;
    case RES_COMPAREPROPS:
      res.resCompareProps.relop = in.u32();
      res.resCompareProps.ulPropTag1 = in.u32();
      res.resCompareProps.ulPropTag2 = in.u32();
      break;
    case RES_BITMASK:
      res.resBitMask.relBMR = in.u32();
      res.resBitMask.ulPropTag = in.u32();
      res.resBitMask.ulMask = in.u32();
      break;
    case RES_SIZE:
      res.resSize.relop = in.u32();
      res.resSize.ulPropTag = in.u32();
      res.resSize.cb = in.u32();
      break;
    case RES_EXIST: res.resExist.ulPropTag = in.u32(); break;
    case RES_SUBRESTRICTION:
    case kCountRestriction:
      res.resSub.ulSubObject = in.u32();
      inner(res.resSub.lpRes);
      break;
    case RES_COMMENT:
    case kAnnotationRestriction:
      if (in.there()) inner(res.resComment.lpRes);
      res.resComment.lpProp = present(in, takeProps(in, block, res.resComment.cValues));
      break;
    default: in.spoil();
  }
}

void takeNotification(Reader &in, Block &block, NOTIFICATION &event) {
  auto &info = event.info;
  const auto entry = [&](LPENTRYID &into, ULONG &count) { into = reinterpret_cast<LPENTRYID>(takeBytes(in, block, count)); };
  event.ulEventType = in.u32();
  switch (event.ulEventType) {
    case fnevCriticalError:
      entry(info.err.lpEntryID, info.err.cbEntryID);
      info.err.scode = static_cast<SCODE>(in.u32());
      info.err.ulFlags = in.u32();
      info.err.lpMAPIError = takeError(in, block, info.err.ulFlags & MAPI_UNICODE);
      break;
    case fnevNewMail:
      entry(info.newmail.lpEntryID, info.newmail.cbEntryID);
      entry(info.newmail.lpParentID, info.newmail.cbParentID);
      info.newmail.ulFlags = in.u32();
      info.newmail.lpszMessageClass = static_cast<LPTSTR>(takeText(in, block, info.newmail.ulFlags & MAPI_UNICODE));
      info.newmail.ulMessageFlags = in.u32();
      break;
    case fnevObjectCreated:
    case fnevObjectDeleted:
    case fnevObjectModified:
    case fnevObjectMoved:
    case fnevObjectCopied:
    case fnevSearchComplete:
      entry(info.obj.lpEntryID, info.obj.cbEntryID);
      info.obj.ulObjType = in.u32();
      entry(info.obj.lpParentID, info.obj.cbParentID);
      entry(info.obj.lpOldID, info.obj.cbOldID);
      entry(info.obj.lpOldParentID, info.obj.cbOldParentID);
      info.obj.lpPropTagArray = takeTags(in, block);
      break;
    case fnevTableModified:
      info.tab.ulTableEvent = in.u32();
      info.tab.hResult = static_cast<HRESULT>(in.u32());
      takeProp(in, block, info.tab.propIndex);
      takeProp(in, block, info.tab.propPrior);
      info.tab.row.lpProps = takeProps(in, block, info.tab.row.cValues);
      break;
    case fnevStatusObjectModified:
      entry(info.statobj.lpEntryID, info.statobj.cbEntryID);
      info.statobj.lpPropVals = takeProps(in, block, info.statobj.cValues);
      break;
    case fnevExtended:
      info.ext.ulEvent = in.u32();
      info.ext.pbEventParameters = takeBytes(in, block, info.ext.cb);
      break;
    default: in.spoil();
  }
}

}  // namespace

SRestriction *takeRestriction(Reader &in, Block &block) {
  if (!in.there()) return nullptr;
  auto *restriction = block.array<SRestriction>(1);
  takeNested(in, block, *restriction, 0);
  return restriction;
}

SSortOrderSet *takeSort(Reader &in, Block &block) {
  if (!in.there()) return nullptr;
  auto *set = present(in, takeCounted<SSortOrderSet, SSortOrder>(in, block, 8, offsetof(SSortOrderSet, aSort), [&in](SSortOrder &one) {
    one.ulPropTag = in.u32();
    one.ulOrder = in.u32();
  }));
  if (!set) return nullptr;
  set->cCategories = in.u32();
  set->cExpanded = in.u32();
  return set;
}

MAPIERROR *takeError(Reader &in, Block &block, bool wide) {
  if (!in.there()) return nullptr;
  auto *error = block.array<MAPIERROR>(1);
  error->ulVersion = in.u32();
  error->lpszError = static_cast<LPTSTR>(takeText(in, block, wide));
  error->lpszComponent = static_cast<LPTSTR>(takeText(in, block, wide));
  error->ulLowLevelError = in.u32();
  error->ulContext = in.u32();
  return error;
}

MAPINAMEID **takeNames(Reader &in, Block &block, ULONG &count) {
  return takeMany<MAPINAMEID *>(in, block, count, 1, [&](MAPINAMEID *&one) {
    if (!in.there()) return;
    one = block.array<MAPINAMEID>(1);
    one->lpguid = block.array<GUID>(1);
    *one->lpguid = guidOf(in);
    one->ulKind = in.u32();
    if (one->ulKind == MNID_ID) one->Kind.lID = static_cast<LONG>(in.u32());
    else one->Kind.lpwstrName = static_cast<wchar_t *>(present(in, takeText(in, block, true)));
  });
}

NOTIFICATION *takeNotifications(Reader &in, Block &block, ULONG &count) {
  return takeMany<NOTIFICATION>(in, block, count, 4, [&](NOTIFICATION &one) { takeNotification(in, block, one); });
}

}  // namespace comail
