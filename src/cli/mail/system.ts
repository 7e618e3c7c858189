import { join, resolve } from 'node:path';
import { MailSystem } from '../../index.js';
import { configFolder } from '../../subsystem/index.js';

/** The folder of the mail system. @param typed what was typed; undefined for the usual one */
export const systemFolder = (typed: string | undefined): string => resolve(typed ?? join(configFolder(), 'system'));

/**
 * Looks into the mail system.
 *
 * @param typed its folder as it was typed; undefined for the usual one
 * @param work what is looked for
 */
export function withSystem<T>(typed: string | undefined, work: (system: MailSystem) => T): T {
  const system = new MailSystem(systemFolder(typed));
  try {
    return work(system);
  } finally {
    system.close();
  }
}
