import { accessSync, constants, readFileSync, writeFileSync } from 'node:fs';

/**
 * Watches how far the resident memory of a process rises, in bytes. Linux keeps the high-water mark itself, so no
 * peak between two looks is missed; it is reset by writing 5 to clear_refs (proc(5)).
 */
export class MemoryPeak {
  readonly #pid: number;
  readonly #idle: number;

  /** Whether this system keeps such a mark and lets it be reset. */
  static get available(): boolean {
    try {
      accessSync('/proc/self/clear_refs', constants.W_OK);
      return true;
    } catch {
      return false;
    }
  }

  /**
   * Starts watching: what the process holds now counts as idle.
   *
   * @throws {Error} where /proc does not tell
   */
  constructor(pid: number) {
    this.#pid = pid;
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
    this.#idle = this.#field('VmRSS');
  }

  /** How far the process rose above idle since then. */
  growth(): number {
    return this.#field('VmHWM') - this.#idle;
  }

  #field(name: string): number {
    const kilobytes = new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(
      readFileSync(`/proc/${this.#pid}/status`, 'latin1'),
    );
    if (kilobytes?.[1] === undefined) throw new Error(`/proc/${this.#pid}/status does not tell ${name}`);
    return Number(kilobytes[1]) * 1024;
  }
}
