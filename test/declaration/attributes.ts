import type { FactInterface, FactMethod, FactParam } from './facts.js';
import { kindOf } from './kinds.js';

/**
 * Where the facts guess a direction and the guess cannot be right, or give one that the declaration cannot mean.
 * Keys are `Interface::Method parameter`.
 */
const directions: Readonly<Record<string, string>> = {
  // A provider object that is handed over, not one that comes back: a pointer without a second star.
  'IABLogon::OpenTemplateID lpMAPIPropSibling': 'in',
  'IConverterSession::MAPIToMIMEStm pstm': 'in',
  'IExchangeFastTransfer::IsInterfaceOk lpptagList': 'in',
  'IExchangeImportContentsChanges::ImportMessageChange ppvalChanges': 'in',
  'IExchangeImportContentsChanges2::ImportMessageChangeAsAStream ppvalChanges': 'in',
  'IExchangeImportHierarchyChanges::ImportFolderChange ppvalChanges': 'in',
  'IExchangeNntpNewsfeed::CheckMsgIds lpcfWanted': 'out',
  'IPSTOVERRIDE1::GetPersistedRegistrations ppmval': 'out',
  'IOSTX::SyncBeg ppv': 'out',
  'IOSTX::SyncHdrBeg ppv': 'out',
  // The window handle is given as well.
  'IMAPISupport::Details lpulUIParam': 'in,out',
  // The caller owns the memory and the callee fills it.
  'IMAPISupport::NewUID lpMuid': 'out',
  'IPersistMessage::GetClassID lpClassID': 'out',
  // A list of problems is only ever handed out.
  'IMAPIProp::SetProps lppProblems': 'out',
  'IMAPIProp::DeleteProps lppProblems': 'out',
  'IMAPIProp::CopyTo lppProblems': 'out',
  'IMAPIProp::CopyProps lppProblems': 'out',
  'IMAPISupport::DoCopyProps lppProblems': 'out',
  'IPropData::HrAddObjProps lprgulAccess': 'out',
};

/** Arrays whose count does not stand right before them. */
const counts: Readonly<Record<string, string>> = {
  'IRangeList::Save ppbDestination': 'pulSizeOfDestination',
  'IIMAPTransport::GetMsgSeqNumToUIDArray ppdwMsgSeqNumToUIDArray': 'pdwNumberOfElements',
};

/** Numbers that look like a count and are none. */
const noCounts = new Set(['IFolderSupport::GetSupportMask', 'ITnef::Finish']);

/** Parameters without a name in the facts. */
const names: Readonly<Record<string, string>> = { 'ITableData::HrModifyRow null': 'lpSRow' };

/** The prototype of a method with the attributes that a declaration of it has to carry. */
export function declared(owner: FactInterface, method: FactMethod): string {
  const where = `${owner.name}::${method.name}`;
  const params = method.params.map((param) => normalised(where, param));
  const texts = params.map((param, i) => {
    const attributes = [...directionOf(param), ...sizeOf(where, params, i), ...iidOf(params, i)];
    if (param.null_ok) attributes.push('unique');
    const [type, stars] = splitType(param.type);
    return `${attributes.length > 0 ? `[${attributes.join(', ')}] ` : ''}${type} ${stars}${param.name}`;
  });
  return `${method.returns === 'HRESULT' ? '' : `${method.returns} `}(${texts.join(', ')})`;
}

/** `LPVOID*` in two: the type and its stars. */
export function splitType(text: string): readonly [type: string, stars: string] {
  const stars = /\**$/.exec(text)?.[0] ?? '';
  return [text.slice(0, text.length - stars.length).trim(), stars];
}

function normalised(where: string, param: FactParam): FactParam {
  const dir = directions[`${where} ${param.name}`] ?? param.dir.replace('?', '').replace('in-out', 'in,out');
  return { ...param, dir, name: names[`${where} ${param.name}`] ?? param.name };
}

function directionOf(param: FactParam): string[] {
  if (param.dir === 'out') return ['out'];
  return param.dir === 'in,out' ? ['in', 'out'] : [];
}

/** An array and its count are neighbours in MAPI: `ULONG cbEntryID, LPENTRYID lpEntryID`. */
function sizeOf(where: string, params: readonly FactParam[], i: number): string[] {
  const param = params[i] as FactParam;
  const named = param.size_is ?? counts[`${where} ${param.name}`];
  if (named) return [`size_is(${named})`];
  const count = params[i - 1];
  if (!count || noCounts.has(where) || !/^(lpulp|lpp?|p)?c(b|f|Wanted|[A-Z]|eid|iid|pval)/.test(count.name)) return [];
  if (!/^(ULONG|ULONG\*)$/.test(count.type) || count.dir !== param.dir) return [];
  const kind = kindOf(...withStars(param.type));
  const array = kind !== null && ['bytes', 'struct', 'guid', 'string'].includes(kind.is);
  return array ? [`size_is(${count.name})`] : [];
}

/** `lpInterface` names the interface of the object right after it, or of the last object handed out. */
function iidOf(params: readonly FactParam[], i: number): string[] {
  const param = params[i] as FactParam;
  const kind = kindOf(...withStars(param.type));
  if (kind?.is !== 'void' && kind?.is !== 'interface') return [];
  const isIid = (p: FactParam | undefined) =>
    p !== undefined && /^(LPCIID|REFIID)$/.test(p.type) && !p.name.startsWith('rg');
  const before = params[i - 1];
  if (param.dir === 'in') return kind.is === 'void' && isIid(before) ? [`iid_is(${before?.name})`] : [];
  const lastOut = params.findLastIndex((p) => p.dir === 'out' && kindOf(...withStars(p.type))?.depth === 2);
  const iid = params.findLast(isIid);
  return iid && i === lastOut ? [`iid_is(${iid.name})`] : [];
}

function withStars(text: string): [string, number] {
  const [type, stars] = splitType(text);
  return [type, stars.length];
}
