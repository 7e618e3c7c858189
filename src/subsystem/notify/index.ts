export { HrAllocAdviseSink, HrThisThreadAdviseSink, type NOTIFCALLBACK } from './advisesink.js';
export { CallsUnderWay } from './calls.js';
export { type EventsAtHand, eventsTold } from './eventstold.js';
export { type AdviseOptions, AdviseRegistry } from './registry.js';
export { subjectsOf } from './subjects.js';
export { SynchronousSinks } from './synchronoussinks.js';
