import type { Parameter } from '../../src/com/index.js';
import { mapiInterfaces } from '../declaration/facts.js';
import { planMethod } from '../declaration/plan.js';
import { type Declared, type DeclaredMethod, declared, declaredMethods } from './declared.js';
import { membersOf } from './members.js';
import { undeclared } from './undeclared.js';

/** A method that is not called as the rule says, and why. */
export interface Departure {
  /** `IMAPIProp::SetProps`; an interface where all of its methods depart. */
  readonly where: string;
  /** What is otherwise. */
  readonly what: string;
  readonly why: string;
}

const list = 'The caller passes no list; one is only ever handed out.';
const callback = 'A callback: whoever calls it does not wait for anything.';
const inPlace = 'The page says in and means in and out: the entries are replaced in the list the caller holds.';

/** Directions that a page prints and the declaration does not follow. Keys are `Interface::Method parameter`. */
export const directionReasons: Readonly<Record<string, string>> = {
  'IABLogon::OpenTemplateID lpMAPIPropSibling': 'A plain pointer that must be NULL: nothing can come back through it.',
  'IABLogon::PrepareRecips lpRecipList': inPlace,
  'IAddrBook::PrepareRecips lpRecipList': inPlace,
  'IAddrBook::RecipOptions lpRecip':
    'No page describes it; what the user chooses can come back in the recipient alone.',
  'IConverterSession::MAPIToMIMEStm pstm': 'The bytes come out through it; the stream itself is given.',
  'IMAPIProp::SetProps lppProblems': list,
  'IMAPIProp::DeleteProps lppProblems': list,
  'IMAPIProp::CopyTo lppProblems': list,
  'IMAPIProp::CopyProps lppProblems': list,
  'IMAPISupport::DoCopyProps lppProblems': list,
  'IPropData::HrAddObjProps lprgulAccess': list,
  'IMAPISupport::Details lpulUIParam': 'The window that owns the dialog is given, too.',
  'IMAPISync::SynchronizeInBackground psibpb': 'The store sets `phSyncDoneEvent` in it.',
  'IPersistMessage::GetClassID lpClassID': 'The caller gives the memory and the callee fills it.',
  'IMAPISupport::NewUID lpMuid': 'The caller gives the memory and the callee fills it.',
  'IMAPITable::WaitForCompletion lpulTableStatus': 'The caller passes no status; it is only ever handed out.',
  'IProviderAdmin::DeleteProvider lpUID': 'The identifier is read, never written.',
  'ITableData::HrQueryRow lpuliRow': 'The caller passes no number; it is only ever handed out.',
  'IXPLogon::TransportNotify lppvData': 'What the page describes is what the spooler gives.',
};

/** Methods whose page defines out values for a failure. */
export const failureReasons: Readonly<Record<string, string>> = {
  'IABProvider::Logon': 'The page has the error information handed out when the logon fails.',
  'IAddrBook::ResolveName': 'The names that could be resolved stay resolved when others could not.',
  'IMSProvider::Logon': 'The page has the error information handed out when the logon fails.',
  'IMSProvider::SpoolerLogon': 'The page has the error information handed out when the logon fails.',
  'IXPLogon::SubmitMessage': 'With `MAPI_E_WAIT` and `MAPI_E_NETWORK_ERROR` come the seconds to wait.',
  'IXPProvider::TransportLogon': 'The page has the error information handed out when the logon fails.',
};

/** Interfaces that answer at once, while those of MAPI answer with promises. */
export const nowReasons: Readonly<Record<string, string>> = {
  IMAPIAdviseSink: callback,
  IMAPIOfflineNotify: callback,
  IMAPIProgress: 'It moves an indicator or keeps a number, in the middle of another operation.',
  IMAPISyncProgressCallback: callback,
  IMAPIViewAdviseSink: callback,
  IMSCapabilities: 'It tells what a store is made for, without looking into it.',
};

/** Results that a page prints where the facts have HRESULT. */
export const resultReasons: Readonly<Record<string, readonly [returns: string, why: string]>> = {
  'IMAPIInitMonitor::IsInitialized': ['BOOL', 'The page prints it so; the facts have HRESULT.'],
  'IMAPIOfflineNotify::Notify': ['void', 'The page prints it so; the facts have HRESULT.'],
};

const nowhere = 'No public source gives one; only programs of comail know this.';

/** Interfaces with an IID of comail's own. */
export const identifierReasons: Readonly<Record<string, string>> = {
  IMAPIInitMonitor: nowhere,
  IMAPIWaitResult: nowhere,
};

/** What prototypes can't say, as the plan for marshalling puts it: how it is called all the same. */
const beyondReasons: readonly (readonly [says: RegExp, what: string, why: string])[] = [
  [/^a function pointer/, 'is a function', 'A function of TypeScript; no prototype says how it is called.'],
  [
    /^a structure with function pointers/,
    'holds functions',
    'Functions of TypeScript; no prototype says how they are called.',
  ],
  [
    /^an array as long as the one inside/,
    'is an array without a count',
    'It is as long as another array, not as a number says.',
  ],
  [/^a kernel handle/, 'is a promise', 'An event of Windows has no meaning here; a promise settles instead.'],
  [
    /^a void pointer/,
    'is any value',
    'The prototype has a void pointer, of which only the page says what it points to.',
  ],
];

/** Every departure, in the order of interfaces and slots. */
export const departures = (): readonly Departure[] => declared.flatMap(departuresOf);

function departuresOf(owner: Declared): Departure[] {
  const methods = declaredMethods.filter((method) => method.owner === owner);
  const own = methods.flatMap((method) => ofMethod(method).map((departure) => ({ where: method.where, ...departure })));
  const where = owner.name;
  const identifier = identifierReasons[where];
  return [
    ...(identifier ? [{ where, what: "has an IID of comail's own", why: identifier }] : []),
    ...(owner.answers === 'now' ? [{ where, what: 'answers at once', why: nowReasons[where] ?? '' }] : []),
    ...own,
  ];
}

function ofMethod(method: DeclaredMethod): Omit<Departure, 'where'>[] {
  const { where, owner, signature } = method;
  const turned = readOtherwise(method).map(({ parameter, says }) => ({
    what: `\`${parameter.name}\` is ${directionOf(parameter)}, not ${says}`,
    why: directionReasons[`${where} ${parameter.name}`] ?? '',
  }));
  const changed = signature.parameters
    .filter((parameter) => parameter.ref)
    .map(({ name }) => ({ what: `\`${name}\` is changed in place`, why: 'It does not come back in the result.' }));
  const failing = answersOnFailure(method)
    ? [{ what: 'has out values when it fails', why: failureReasons[where] ?? '' }]
    : [];
  const plain =
    signature.returns === 'HRESULT'
      ? []
      : [{ what: `answers a plain ${signature.returns}`, why: resultReasons[where]?.[1] ?? 'So does the original.' }];
  return [
    ...turned,
    ...changed,
    ...failing,
    ...plain,
    ...planMethod(owner.name, method.name, signature, owner.answers).beyond.map(beyond),
  ];
}

function beyond(text: string): Omit<Departure, 'where'> {
  const [name = '', ...rest] = text.split(': ');
  const says = rest.join(': ');
  const [, what, why] = beyondReasons.find(([form]) => form.test(says)) ?? [null, says, ''];
  return { what: `\`${name}\` ${what}`, why };
}

/** The parameters whose direction is not that of the facts. */
export function readOtherwise(
  method: DeclaredMethod,
): readonly { readonly parameter: Parameter; readonly says: string }[] {
  const fact = mapiInterfaces.find((row) => row.name === method.owner.name);
  const params = fact?.methods.find((m) => m.name === method.name)?.params ?? [];
  return params.flatMap((param, i) => {
    const parameter = method.signature.parameters[i];
    const says = param.dir.replaceAll('?', '').replace('in-out', 'in,out');
    return parameter && directionOf(parameter) !== says ? [{ parameter, says }] : [];
  });
}

/** Whether the TypeScript method hands out values when it fails. */
export const answersOnFailure = (method: DeclaredMethod): boolean =>
  membersOf(method.owner.name).get(method.name)?.result === 'Promise<RetWithFailure>';

const directionOf = (parameter: Parameter): string => (parameter.in ? (parameter.out ? 'in,out' : 'in') : 'out');

/** The page of departures, as docs/departures.md has it. */
export function departuresPage(): string {
  const rows = departures().map(({ where, what, why }) => `| \`${where}\` | ${what} | ${why} |`);
  const absent = undeclared.map(({ name, why }) => `| \`${name}\` | ${why} |`);
  return `${[
    '# Departures from the calling rule',
    '',
    'The methods of Extended MAPI that are not called exactly as docs/conventions.md says, and why. This page is made from the',
    'declarations in src/mapi by `npx vitest run test/mapi/interfaces.test.ts --update`; the same test tells when it is out of date.',
    '',
    'Not listed, because it holds for all: a method that takes an interface identifier answers that interface, and the usual one of',
    'the object for null; MAPIUIDs and GUIDs are the same; an entry ID with its count is one array of bytes; a row or a list of',
    'values is an array, without a structure around it; trailing flags may be left out whatever they are called.',
    '',
    'A direction "not in,out" is the one that the facts in test/reference have, from the pages or guessed.',
    '',
    '| method | what | why |',
    '|---|---|---|',
    ...rows,
    '',
    '## Interfaces that are not declared',
    '',
    '| interface | why |',
    '|---|---|',
    ...absent,
  ].join('\n')}\n`;
}
