import { CLSID_ISMTPTransport } from '../../imnxport/index.js';

/** The part of the registry that programs of one bitness see. */
export type View = 32 | 64;

/** One value of the registry. */
export interface RegistryValue {
  /** The key, with its root: `HKLM\Software\...`. */
  readonly key: string;
  /** Its name; empty for the default value. */
  readonly name: string;
  /** Its text. */
  readonly data: string;
  /** Whose programs see it. */
  readonly view: View;
}

/** Where the DLLs lie, by bitness. */
export interface Installed {
  /** The folder of the DLLs: `x86` and `x64` lie below it. */
  readonly folder: string;
  /** For everybody, or for the user alone, whose part Windows looks at first. */
  readonly user: boolean;
}

/** The name of the mail client. */
export const CLIENT = 'comail';

/**
 * What makes comail the program that sends mail: the client with its DLL, that it is the default one, and the class of the transport.
 *
 * @param installed where the DLLs are, and for whom
 */
export function registration({ folder, user }: Installed): readonly RegistryValue[] {
  const root = user ? 'HKCU' : 'HKLM';
  return ([64, 32] as const).flatMap((view) => {
    const dll = (name: string): string => `${folder.replace(/[\\/]+$/, '')}\\${view === 64 ? 'x64' : 'x86'}\\${name}`;
    const client = `${root}\\Software\\Clients\\Mail\\${CLIENT}`;
    const server = `${root}\\Software\\Classes\\CLSID\\${CLSID_ISMTPTransport}`;
    const value = (key: string, name: string, data: string): RegistryValue => ({ key, name, data, view });
    return [
      value(client, '', 'comail'),
      value(client, 'DLLPath', dll('comail-mapi.dll')),
      // The same DLL: Extended MAPI is looked for there.
      value(client, 'DLLPathEx', dll('comail-mapi.dll')),
      value(`${client}\\Capabilities`, 'ApplicationName', 'comail'),
      value(`${client}\\Capabilities`, 'ApplicationDescription', 'Sends the mail of programs that use MAPI'),
      value(`${root}\\Software\\RegisteredApplications`, CLIENT, `Software\\Clients\\Mail\\${CLIENT}\\Capabilities`),
      value(`${root}\\Software\\Clients\\Mail`, '', CLIENT),
      value(server, '', 'comail ISMTPTransport'),
      value(`${server}\\InprocServer32`, '', dll('comail-imnxport.dll')),
      value(`${server}\\InprocServer32`, 'ThreadingModel', 'Both'),
    ];
  });
}

/** The keys that belong to comail alone, and go when it is taken out. */
export const ownKeys = (user: boolean): readonly string[] => {
  const root = user ? 'HKCU' : 'HKLM';
  return [`${root}\\Software\\Clients\\Mail\\${CLIENT}`, `${root}\\Software\\Classes\\CLSID\\${CLSID_ISMTPTransport}`];
};

/**
 * The values of one view as a file that `reg import` and `regedit` read.
 *
 * @param values what to write
 * @param view whose programs see it; `reg import` takes it as `/reg:64` or `/reg:32`
 */
export function registryFile(values: readonly RegistryValue[], view: View): string {
  const lines = ['Windows Registry Editor Version 5.00'];
  let last = '';
  for (const { key, name, data } of values.filter((each) => each.view === view)) {
    if (key !== last)
      lines.push('', `[${key.replace(/^HKLM/, 'HKEY_LOCAL_MACHINE').replace(/^HKCU/, 'HKEY_CURRENT_USER')}]`);
    last = key;
    lines.push(`${name === '' ? '@' : quoted(name)}=${quoted(data)}`);
  }
  return `${lines.join('\r\n')}\r\n`;
}

const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`;
