import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { configFolder } from '../../../src/subsystem/index.js';

describe('Where profiles lie', () => {
  test.each([
    ['linux', { XDG_CONFIG_HOME: '/home/ann/etc' }, join('/home/ann/etc', 'comail')],
    ['linux', {}, join(homedir(), '.config', 'comail')],
    ['linux', { XDG_CONFIG_HOME: '' }, join(homedir(), '.config', 'comail')],
    ['freebsd', { XDG_CONFIG_HOME: '/home/ann/etc', APPDATA: '/elsewhere' }, join('/home/ann/etc', 'comail')],
    ['darwin', { XDG_CONFIG_HOME: '/home/ann/etc' }, join(homedir(), 'Library', 'Application Support', 'comail')],
    ['win32', { APPDATA: 'C:\\Users\\ann\\AppData\\Roaming' }, join('C:\\Users\\ann\\AppData\\Roaming', 'comail')],
    ['win32', { XDG_CONFIG_HOME: '/home/ann/etc' }, join(homedir(), 'AppData', 'Roaming', 'comail')],
  ])('on %s with %j: the folder of the user for configuration', (platform, env, folder) => {
    expect(configFolder(env, platform)).toBe(folder);
  });

  test.each(['linux', 'darwin', 'win32'])('on %s COMAIL_HOME has the last word', (platform) => {
    const env = { COMAIL_HOME: '/mail', XDG_CONFIG_HOME: '/home/ann/etc', APPDATA: 'C:\\Users\\ann' };
    expect(configFolder(env, platform)).toBe('/mail');
    expect(configFolder({ ...env, COMAIL_HOME: '' }, platform)).not.toBe('');
  });

  test('this machine is asked when nothing else is said', () => {
    expect(configFolder()).toBe(configFolder(process.env, process.platform));
  });
});
