import { mapiInterfaces } from '../declaration/facts.js';
import { declared } from './declared.js';

const alone = 'An identifier alone: no public source shows methods of its own.';
const inside = 'An identifier alone, of what passes between the parts of the original subsystem.';
const administration = 'Administration of an Exchange server, through its own store provider.';
const synchronisation = 'Synchronisation with an Exchange server, through its own store provider.';
const personal = 'Replication of the personal store of Outlook, inside that provider.';

/** Why interfaces of the facts are not declared. */
export const undeclaredReasons: Readonly<Record<string, string>> = {
  IEnumMAPIFormProp: alone,
  IExchangeBadItemCallback: administration,
  IExchangeChangeAdviseSink: synchronisation,
  IExchangeChangeAdvisor: synchronisation,
  IExchangeExportChanges: synchronisation,
  IExchangeExportChanges2: synchronisation,
  IExchangeExportChanges3: synchronisation,
  IExchangeFastTransfer: synchronisation,
  IExchangeFavorites: 'Public folders of an Exchange server, through its own store provider.',
  IExchangeImportContentsChanges: synchronisation,
  IExchangeImportContentsChanges2: synchronisation,
  IExchangeImportHierarchyChanges: synchronisation,
  IExchangeManageStore: administration,
  IExchangeManageStore2: administration,
  IExchangeManageStore3: administration,
  IExchangeManageStore4: administration,
  IExchangeManageStore5: administration,
  IExchangeManageStoreEx: administration,
  IExchangeMessageConversion: 'Conversion inside an Exchange server.',
  IExchangeMoveUserProgress: administration,
  IExchangeNntpNewsfeed: administration,
  IExchangeRuleAction: 'Rules inside an Exchange server.',
  IMAPIFolderNoProvChk: alone,
  IMAPIFormProp: alone,
  IMAPISpoolerInit: inside,
  IMAPISpoolerService: inside,
  IMAPISpoolerSession: inside,
  IMessageNoProvChk: alone,
  IMessageRaw: alone,
  IOSTX: personal,
  IPSTOVERRIDE1: 'Permission to change the personal store of Outlook, given by that provider.',
  IPSTOVERRIDEREQ: 'Permission to change the personal store of Outlook, given by that provider.',
  IPSTX: personal,
  IPSTX2: personal,
  IPSTX3: personal,
  IPSTX4: personal,
  IPSTX5: personal,
  IPSTX6: personal,
  IStreamTnef: alone,
  IUnknown: 'It is declared in src/com.',
};

/** The interfaces of the facts that src/mapi does not declare. */
export const undeclared: readonly { readonly name: string; readonly why: string }[] = mapiInterfaces
  .map(({ name }) => name)
  .filter((name) => !declared.some((iid) => iid.name === name))
  .sort()
  .map((name) => ({ name, why: undeclaredReasons[name] ?? 'Not yet.' }));
