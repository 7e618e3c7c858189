import { describe, expect, test } from 'vitest';
import { registered, registryValue } from './support/registry.js';
import { bitnesses, built, missing, run, windowsPath } from './support/run.js';

const CLASS = '\\Software\\Classes\\CLSID\\{FD853CE6-7F86-11D0-8252-00C04FD85AB4}\\InprocServer32';

describe.skipIf(missing).each(bitnesses)('the COM server registers itself, %s', (bits) => {
  const dll = windowsPath(built(bits, 'comail-imnxport.dll'));
  const other = bits === 'x64' ? 'x86' : 'x64';

  test('in the view of its bitness alone, for any apartment, and takes itself out again', async () => {
    const before = await registryValue(`HKLM${CLASS}`, bits);
    expect(await registered(bits)).toBe(0);
    expect(await registryValue(`HKLM${CLASS}`, bits)).toBe(dll);
    expect(await registryValue(`HKLM${CLASS}`, bits, 'ThreadingModel')).toBe('Both');
    expect(await registryValue(`HKLM${CLASS}`, other)).not.toBe(dll);
    expect(await registered(bits, true)).toBe(0);
    // Wine has a class of its own there; what was written over is gone, not back.
    expect(await registryValue(`HKLM${CLASS}`, bits)).toBeNull();
    expect(before).not.toBe(dll);
  });

  test('for one user, where Windows looks first', async () => {
    expect(await registered(bits, false, ['/n', '/i:user'])).toBe(0);
    expect(await registryValue(`HKCU${CLASS}`, bits)).toBe(dll);
    expect(await registered(bits, true, ['/n', '/i:user'])).toBe(0);
    expect(await registryValue(`HKCU${CLASS}`, bits)).toBeNull();
    expect(await registered(bits, false, ['/n', '/i:nonsense'])).not.toBe(0);
  });

  test('a program finds it, and hears that there is no service', async () => {
    await registered(bits);
    try {
      const { code, lines } = await run(built(bits, 'imnxport-host.exe'), ['init'], { COMAIL_BRIDGE: 'Z:\\nowhere' });
      expect(lines).toEqual(['> CoCreateInstance -> 0x800706BA']);
      expect(code).toBe(1);
    } finally {
      await registered(bits, true);
    }
  });
});
