export { configFolder } from './location.js';
export { locked } from './lock.js';
export { type PropJson, propFromJson, propToJson } from './propjson.js';
export { onDisk, removeLeftovers, replaceFile, stampOf } from './replacedfile.js';
export { type OneProviderService, serviceEntry, writeSettings } from './serviceentry.js';
export {
  type AddressBookProviderDescription,
  type HookProviderDescription,
  type MessageService,
  messageServices,
  type ProviderDescription,
  registerMessageService,
  type ServiceProvider,
  type StoreProviderDescription,
  type TransportProviderDescription,
} from './services.js';
export { statusFacts } from './statusfacts.js';
