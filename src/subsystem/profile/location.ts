import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where the profiles of the user lie: the folder that `COMAIL_HOME` names, else `comail` in the user's folder for
 * configuration (`%APPDATA%` on Windows, `~/Library/Application Support` on macOS, `$XDG_CONFIG_HOME` or `~/.config`
 * elsewhere).
 *
 * @param env the environment
 * @param platform as `process.platform`
 * @returns the path of the folder, which need not be there yet
 */
export function configFolder(env: NodeJS.ProcessEnv = process.env, platform: string = process.platform): string {
  const { COMAIL_HOME, APPDATA, XDG_CONFIG_HOME } = env;
  if (COMAIL_HOME) return COMAIL_HOME;
  if (platform === 'win32') return join(APPDATA || join(homedir(), 'AppData', 'Roaming'), 'comail');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'comail');
  return join(XDG_CONFIG_HOME || join(homedir(), '.config'), 'comail');
}
