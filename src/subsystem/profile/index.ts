export { configFolder } from './location.js';
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
