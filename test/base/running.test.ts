import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { stateOf, thisProcess } from '../../src/base/index.js';

describe('A process by its name', () => {
  const [number = '', start = '', place = ''] = thisProcess.split('-');

  test('runs when it is this one, and its name can name a file', () => {
    expect(stateOf(thisProcess)).toBe('runs');
    expect(thisProcess).toMatch(/^[0-9a-z-]{8,60}$/);
    expect(number).toBe(`${process.pid}`);
  });

  test('is gone when nobody has its number', async () => {
    const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(child, 'close');
    expect(stateOf(`${child.pid}-${start}-${place}`)).toBe('gone');
  });

  test('is gone when somebody else has its number, where one can see that', () => {
    const later = start === 'x' ? 'x' : `${Number(start) + 1}`;
    expect(stateOf(`${number}-${later}-${place}`)).toBe(start === 'x' ? 'perhaps' : 'gone');
  });

  test.each([
    ['of another machine', `${number}-${start}-0123456789ab`],
    ['that could not say when it started', `${number}-x-${place}`],
    ['of an older kind', '2f0a3c1e-1111-4222-8333-444455556666'],
    ['that is empty', ''],
  ])('%s may run or not', (_what, name) => {
    expect(stateOf(name)).toBe(name === thisProcess ? 'runs' : 'perhaps');
  });
});
