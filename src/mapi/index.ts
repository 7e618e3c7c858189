export * from './codes.js';
export * from './flags/index.js';
export * from './guids.js';
export * from './interfaces/iabcontainer.js';
export * from './interfaces/iaddrbook.js';
export * from './interfaces/iattach.js';
export * from './interfaces/idistlist.js';
export * from './interfaces/imailuser.js';
export * from './interfaces/imapiadvisesink.js';
export * from './interfaces/imapiclientshutdown.js';
export * from './interfaces/imapicontainer.js';
export * from './interfaces/imapifolder.js';
export * from './interfaces/imapigetsession.js';
export * from './interfaces/imapiprogress.js';
export * from './interfaces/imapiprop.js';
export * from './interfaces/imapiprovidershutdown.js';
export * from './interfaces/imapisession.js';
export * from './interfaces/imapistatus.js';
export * from './interfaces/imapitable.js';
export * from './interfaces/imessage.js';
export * from './interfaces/imsgserviceadmin.js';
export * from './interfaces/imsgserviceadmin2.js';
export * from './interfaces/imsgstore.js';
export * from './interfaces/iprofadmin.js';
export * from './interfaces/iprofsect.js';
export * from './interfaces/ipropdata.js';
export * from './interfaces/iprovideradmin.js';
export * from './interfaces/itabledata.js';
export * from './interfaces/openedentry.js';
export * from './names.js';
export * from './restriction/builders.js';
export * from './restriction/collation.js';
export * from './restriction/evaluate.js';
export * from './restriction/format.js';
export * from './restriction/grouprows.js';
export * from './restriction/instances.js';
export * from './restriction/pattern.js';
export * from './restriction/sortlevels.js';
export { rowOrder, sortRows } from './restriction/sortrows.js';
export * from './restriction/source.js';
export * from './restriction/validate.js';
export {
  areComparable,
  compareKeys,
  compareValues,
  isOrdered,
  keyOf,
  type OrderKey,
} from './restriction/valueorder.js';
export * from './restriction/valuesize.js';
export * from './restriction/visit.js';
export * from './simplecodes.js';
export * from './tags/named.js';
export { type NamedProp, tagOfNamed } from './tags/namedprop.js';
export * from './tags/tags.js';
export * from './types/addressing.js';
export * from './types/adrlist.js';
export * from './types/entryid.js';
export * from './types/forms.js';
export * from './types/mapierror.js';
export * from './types/nameid.js';
export * from './types/notification.js';
export * from './types/offline.js';
export * from './types/optiondata.js';
export * from './types/problem.js';
export * from './types/proprow.js';
export * from './types/proptag.js';
export * from './types/proptype.js';
export * from './types/propvalue.js';
export * from './types/restriction.js';
export * from './types/rowlist.js';
export * from './types/sortorder.js';
export * from './types/tnef.js';
export * from './types/valuecheck.js';
