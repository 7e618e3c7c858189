// Written by scripts/generate/mapi-tags.mjs from test/reference/mapi-properties.json; change the facts, not this file.
import { PSETID_Task } from '../guids.js';
import { type FileTime, PT_BINARY, PT_BOOLEAN, PT_DOUBLE, PT_LONG, PT_SYSTIME, PT_UNICODE } from '../types/proptype.js';
import { type NamedProp, named } from './namedprop.js';

/** Task: floating point number. @spec pidlidpercentcomplete-canonical-property */
export const PidLidPercentComplete: NamedProp<number> = /* @__PURE__ */ named(PSETID_Task, 0x8102, PT_DOUBLE);
/** Task: 32-bit integer. @spec pidlidtaskacceptancestate-canonical-property */
export const PidLidTaskAcceptanceState: NamedProp<number> = /* @__PURE__ */ named(PSETID_Task, 0x812a, PT_LONG);
/** Task: true or false. @spec pidlidtaskaccepted-canonical-property */
export const PidLidTaskAccepted: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Task, 0x8108, PT_BOOLEAN);
/** Task: 32-bit integer. @spec pidlidtaskactualeffort-canonical-property */
export const PidLidTaskActualEffort: NamedProp<number> = /* @__PURE__ */ named(PSETID_Task, 0x8110, PT_LONG);
/** Task: Unicode string. @spec pidlidtaskassigner-canonical-property */
export const PidLidTaskAssigner: NamedProp<string> = /* @__PURE__ */ named(PSETID_Task, 0x8121, PT_UNICODE);
/** Task: bytes. @spec pidlidtaskassigners-canonical-property */
export const PidLidTaskAssigners: NamedProp<Uint8Array> = /* @__PURE__ */ named(PSETID_Task, 0x8117, PT_BINARY);
/** Task: true or false. @spec pidlidtaskcomplete-canonical-property */
export const PidLidTaskComplete: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Task, 0x811c, PT_BOOLEAN);
/** Task: point in time. @spec pidlidtaskdatecompleted-canonical-property */
export const PidLidTaskDateCompleted: NamedProp<FileTime> = /* @__PURE__ */ named(PSETID_Task, 0x810f, PT_SYSTIME);
/** Task: true or false. @spec pidlidtaskdeadoccurrence-canonical-property */
export const PidLidTaskDeadOccurrence: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Task, 0x8109, PT_BOOLEAN);
/** Task: point in time. @spec pidlidtaskduedate-canonical-property */
export const PidLidTaskDueDate: NamedProp<FileTime> = /* @__PURE__ */ named(PSETID_Task, 0x8105, PT_SYSTIME);
/** Task: 32-bit integer. @spec pidlidtaskestimatedeffort-canonical-property */
export const PidLidTaskEstimatedEffort: NamedProp<number> = /* @__PURE__ */ named(PSETID_Task, 0x8111, PT_LONG);
/** Task: true or false. @spec pidlidtaskfcreator-canonical-property */
export const PidLidTaskFCreator: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Task, 0x811e, PT_BOOLEAN);
/** Task: true or false. @spec pidlidtaskffixoffline-canonical-property */
export const PidLidTaskFFixOffline: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Task, 0x812c, PT_BOOLEAN);
/** Task: true or false. @spec pidlidtaskfrecurring-canonical-property */
export const PidLidTaskFRecurring: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Task, 0x8126, PT_BOOLEAN);
/** Task: 32-bit integer. @spec pidlidtaskhistory-canonical-property */
export const PidLidTaskHistory: NamedProp<number> = /* @__PURE__ */ named(PSETID_Task, 0x811a, PT_LONG);
/** Task: Unicode string. @spec pidlidtasklastdelegate-canonical-property */
export const PidLidTaskLastDelegate: NamedProp<string> = /* @__PURE__ */ named(PSETID_Task, 0x8125, PT_UNICODE);
/** Task: point in time. @spec pidlidtasklastupdate-canonical-property */
export const PidLidTaskLastUpdate: NamedProp<FileTime> = /* @__PURE__ */ named(PSETID_Task, 0x8115, PT_SYSTIME);
/** Task: Unicode string. @spec pidlidtasklastuser-canonical-property */
export const PidLidTaskLastUser: NamedProp<string> = /* @__PURE__ */ named(PSETID_Task, 0x8122, PT_UNICODE);
/** Task: 32-bit integer. @spec pidlidtaskmultiplerecipients-canonical-property */
export const PidLidTaskMultipleRecipients: NamedProp<number> = /* @__PURE__ */ named(PSETID_Task, 0x8120, PT_LONG);
/** Task: 32-bit integer. @spec pidlidtaskordinal-canonical-property */
export const PidLidTaskOrdinal: NamedProp<number> = /* @__PURE__ */ named(PSETID_Task, 0x8123, PT_LONG);
/** Task: Unicode string. @spec pidlidtaskowner-canonical-property */
export const PidLidTaskOwner: NamedProp<string> = /* @__PURE__ */ named(PSETID_Task, 0x811f, PT_UNICODE);
/** Task: 32-bit integer. @spec pidlidtaskownership-canonical-property */
export const PidLidTaskOwnership: NamedProp<number> = /* @__PURE__ */ named(PSETID_Task, 0x8129, PT_LONG);
/** Task: bytes. @spec pidlidtaskrecurrence-canonical-property */
export const PidLidTaskRecurrence: NamedProp<Uint8Array> = /* @__PURE__ */ named(PSETID_Task, 0x8116, PT_BINARY);
/** Task: true or false. @spec pidlidtaskresetreminder-canonical-property */
export const PidLidTaskResetReminder: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Task, 0x8107, PT_BOOLEAN);
/** Task: point in time. @spec pidlidtaskstartdate-canonical-property */
export const PidLidTaskStartDate: NamedProp<FileTime> = /* @__PURE__ */ named(PSETID_Task, 0x8104, PT_SYSTIME);
/** Task: 32-bit integer. @spec pidlidtaskstate-canonical-property */
export const PidLidTaskState: NamedProp<number> = /* @__PURE__ */ named(PSETID_Task, 0x8113, PT_LONG);
/** Task: 32-bit integer. @spec pidlidtaskstatus-canonical-property */
export const PidLidTaskStatus: NamedProp<number> = /* @__PURE__ */ named(PSETID_Task, 0x8101, PT_LONG);
/** Task: true or false. @spec pidlidtaskstatusoncomplete-canonical-property */
export const PidLidTaskStatusOnComplete: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Task, 0x8119, PT_BOOLEAN);
/** Task: true or false. @spec pidlidtaskupdates-canonical-property */
export const PidLidTaskUpdates: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Task, 0x811b, PT_BOOLEAN);
/** Task: 32-bit integer. @spec pidlidtaskversion-canonical-property */
export const PidLidTaskVersion: NamedProp<number> = /* @__PURE__ */ named(PSETID_Task, 0x8112, PT_LONG);
/** Tasks: true or false. */
export const PidLidTeamTask: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Task, 0x8103, PT_BOOLEAN);
/** Tasks: true or false. */
export const PidLidTaskNoCompute: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Task, 0x8124, PT_BOOLEAN);
/** Tasks: Unicode string. */
export const PidLidTaskRole: NamedProp<string> = /* @__PURE__ */ named(PSETID_Task, 0x8127, PT_UNICODE);
/** Tasks: 32-bit integer. */
export const PidLidTaskCustomFlags: NamedProp<number> = /* @__PURE__ */ named(PSETID_Task, 0x8139, PT_LONG);
