import { spawnSync } from 'node:child_process';
import { E_ACCESSDENIED } from '../../com/index.js';
import { Failure } from '../mailbox/failure.js';
import { CLIENT, ownKeys, type RegistryValue, type View } from './registration.js';

/** Runs `reg.exe`: its exit code, and what it prints. */
export type RegExe = (args: readonly string[]) => { readonly code: number | null; readonly output: string };

/** The one of Windows. */
export const regExe: RegExe = (args) => {
  const { status, stdout, stderr } = spawnSync('reg.exe', args, { encoding: 'utf8', windowsHide: true });
  return { code: status, output: `${stdout ?? ''}${stderr ?? ''}` };
};

const views: readonly View[] = [64, 32];
// Where the client that was the default one before is kept, so that it can be again.
const BEFORE = 'ClientBefore';

/** What registering does, and undoes, with the registry. */
export class MailRegistry {
  readonly #reg: RegExe;
  readonly #root: string;
  readonly #user: boolean;

  /**
   * @param reg how it is reached
   * @param user whether for the user alone
   */
  constructor(reg: RegExe, user: boolean) {
    this.#reg = reg;
    this.#user = user;
    this.#root = user ? 'HKCU' : 'HKLM';
  }

  /**
   * Writes the values. The client that was the default one is remembered.
   *
   * @param values what {@link registration} says
   */
  register(values: readonly RegistryValue[]): void {
    for (const view of views) {
      const before = this.defaultClient(view);
      for (const value of values.filter((each) => each.view === view)) this.#set(value);
      if (before && before !== CLIENT) this.#set({ key: this.#client, name: BEFORE, data: before, view });
    }
  }

  /** Takes comail out. The default client is again the one before it, unless somebody has chosen another one since. */
  unregister(): void {
    for (const view of views) {
      const before = this.read(this.#client, BEFORE, view);
      if (this.defaultClient(view) === CLIENT) {
        if (before) this.#set({ key: this.#clients, name: '', data: before, view });
        else this.#delete(this.#clients, ['/ve'], view);
      }
      for (const key of ownKeys(this.#user)) this.#delete(key, [], view);
      this.#delete(`${this.#root}\\Software\\RegisteredApplications`, ['/v', CLIENT], view);
    }
  }

  /** The default mail client of programs of one bitness; null when there is none. @param view whose */
  defaultClient(view: View): string | null {
    return this.read(this.#clients, '', view);
  }

  /** A value; null when it is not there. @param key its key @param name its name @param view whose programs see it */
  read(key: string, name: string, view: View): string | null {
    const { code, output } = this.#reg(['query', key, ...(name === '' ? ['/ve'] : ['/v', name]), `/reg:${view}`]);
    return code === 0 ? (/\sREG_SZ\s+(.*?)\r?$/m.exec(output)?.[1] ?? null) : null;
  }

  get #clients(): string {
    return `${this.#root}\\Software\\Clients\\Mail`;
  }

  get #client(): string {
    return `${this.#clients}\\${CLIENT}`;
  }

  #set({ key, name, data, view }: RegistryValue): void {
    const which = name === '' ? ['/ve'] : ['/v', name];
    this.#done(['add', key, ...which, '/t', 'REG_SZ', '/d', data, '/f', `/reg:${view}`], key);
  }

  #delete(key: string, which: readonly string[], view: View): void {
    if (this.#reg(['query', key, ...which, `/reg:${view}`]).code !== 0) return;
    this.#done(['delete', key, ...which, '/f', `/reg:${view}`], key);
  }

  #done(args: readonly string[], key: string): void {
    const { code, output } = this.#reg(args);
    if (code === 0) return;
    const advice = this.#user ? 'Look at the key with regedit.' : 'Run it as administrator, or with --user.';
    throw new Failure(E_ACCESSDENIED, `${key} could not be changed: ${output.trim()}`, advice);
  }
}
