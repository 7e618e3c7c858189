export { Directions } from './directions.js';
export { flushFlags, type StateOrders, stateOrders } from './orders.js';
export { type TransportDescription, type TransportRequest, transportEntry } from './provider.js';
export { takeResponsibility, wholeRows } from './responsibility.js';
export { TransportSession } from './session.js';
export { type StatusOrders, TransportStatus } from './status.js';
export { wasTaken } from './taken.js';
