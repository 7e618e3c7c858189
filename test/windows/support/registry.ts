import { type Bits, built, type Ended, run, windowsPath } from './run.js';

/** `regsvr32` of a bitness: without a path Wine and Windows take the 32-bit one. */
const regsvr32: Readonly<Record<Bits, string>> = {
  x64: 'C:\\windows\\system32\\regsvr32.exe',
  x86: 'C:\\windows\\syswow64\\regsvr32.exe',
};

/**
 * Registers a DLL, or takes it out again.
 *
 * @param bits its bitness
 * @param undo whether it is taken out
 * @param more further switches, such as `/n /i:user`
 */
export async function registered(bits: Bits, undo = false, more: readonly string[] = []): Promise<Ended['code']> {
  const dll = windowsPath(built(bits, 'comail-imnxport.dll'));
  return (await run(regsvr32[bits], ['/s', ...(undo ? ['/u'] : []), ...more, dll])).code;
}

/**
 * What the registry says.
 *
 * @param key the key, from its root on
 * @param bits the view
 * @param name the value; the default one when it is left out
 * @returns the text, or null when there is none
 */
export async function registryValue(key: string, bits: Bits, name?: string): Promise<string | null> {
  const which = name === undefined ? ['/ve'] : ['/v', name];
  const { code, lines } = await run('reg', ['query', key, ...which, bits === 'x64' ? '/reg:64' : '/reg:32']);
  if (code !== 0) return null;
  const [, value = null] = /\sREG_\w+\s+(.*)$/.exec(lines.find((line) => /\sREG_\w+\s/.test(line)) ?? '') ?? [];
  return value;
}
