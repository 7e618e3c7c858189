import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { registrationFreeManifest } from '../../src/cli/windows/manifest.js';
import { registration, registryFile } from '../../src/cli/windows/registration.js';

const top = fileURLToPath(new URL('../../../../../', import.meta.url));
const commands = ['make', 'wine', 'wineserver', 'i686-w64-mingw32-g++-posix', 'x86_64-w64-mingw32-g++-posix'];

/** The bitness of a program. */
export type Bits = 'x86' | 'x64';

/** What is missing to run Windows programs here; null when nothing is. */
export function lacking(): string | null {
  const absent = commands.filter((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0);
  if (absent.length > 0) return `${absent.join(', ')} missing`;
  // Without its 32-bit half Wine prints how to install it and runs nothing.
  const { status, stderr } = spawnSync('wine', ['--version'], { encoding: 'utf8' });
  return status === 0 && !/wine32 is missing/.test(stderr) ? null : 'the 32-bit half of Wine is missing';
}

/** A Wine of its own, with comail as its mail client. */
export class Wine {
  readonly #folder: string;
  readonly #env: NodeJS.ProcessEnv;

  private constructor(folder: string) {
    this.#folder = folder;
    this.#env = {
      ...process.env,
      WINEPREFIX: join(folder, 'prefix'),
      WINEDEBUG: '-all',
      WINEDLLOVERRIDES: 'mscoree=d;mshtml=d',
      DISPLAY: '',
    };
  }

  /**
   * Builds DLLs and programs, and makes a registry.
   *
   * @param parent a folder for its files
   */
  static async open(parent: string): Promise<Wine> {
    const wine = new Wine(mkdtempSync(join(parent, 'wine-')));
    execFileSync('make', ['-C', join(top, 'native'), `-j${availableParallelism()}`, `OUT=${built}`], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await wine.#run('wineboot', ['-i']);
    await wine.#run('wineserver', ['-w']);
    // One that stays: else every program starts the services anew.
    await wine.#run('wineserver', ['-p']);
    const values = registration({ folder: windowsPath(built), user: false });
    for (const view of [32, 64] as const) {
      const file = join(wine.#folder, `${view}.reg`);
      writeFileSync(file, registryFile(values, view));
      await wine.#run('wine', ['reg', 'import', windowsPath(file), `/reg:${view}`]);
    }
    return wine;
  }

  /**
   * Starts a program of native/test/programs, with the COM server and a manifest beside it.
   *
   * @param bits its bitness
   * @param name its name, without `.exe`
   * @param file the file that tells where the service is
   * @param args its arguments
   */
  start(bits: Bits, name: string, file: string, args: readonly string[]): Asked {
    const folder = mkdtempSync(join(this.#folder, `${bits}-`));
    const program = join(folder, `${name}.exe`);
    const dll = 'comail-imnxport.dll';
    copyFileSync(join(built, bits, `${name}.exe`), program);
    copyFileSync(join(built, bits, dll), join(folder, dll));
    writeFileSync(`${program}.manifest`, registrationFreeManifest(dll));
    return new Asked(
      spawn('wine', [program, ...args], {
        env: { ...this.#env, COMAIL_BRIDGE: windowsPath(file) },
        stdio: ['pipe', 'pipe', 'ignore'],
      }),
    );
  }

  /** Ends it with all its programs. */
  async stop(): Promise<void> {
    await this.#run('wineserver', ['-k']);
  }

  async #run(program: string, args: readonly string[]): Promise<void> {
    mkdirSync(this.#folder, { recursive: true });
    const child = spawn(program, args, { env: this.#env, stdio: 'ignore' });
    await once(child, 'exit');
  }
}

/** A program that answers a line with a number. */
export class Asked {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  readonly #ended: Promise<number | null>;

  /** @param child the process, with pipes */
  constructor(child: ChildProcess) {
    this.#child = child;
    this.#ended = new Promise((resolve) => child.once('exit', resolve));
    if (!child.stdout) throw new Error('the program has no output');
    this.#lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  }

  /**
   * Asks, and waits for the number.
   *
   * @param line what to ask
   * @throws {Error} when it ends, or answers something else
   */
  async ask(line: string): Promise<number> {
    this.#child.stdin?.write(`${line}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error(`the program ended (${await this.#ended}) instead of answering ${line}`);
    const number = Number(value);
    if (!Number.isFinite(number)) throw new Error(`the program answered: ${value}`);
    return number;
  }

  /** Ends it. */
  async stop(): Promise<void> {
    this.#child.stdin?.end();
    await this.#ended;
  }
}

const built = join(top, 'build/windows');
const windowsPath = (path: string): string => `Z:${path.replaceAll('/', '\\')}`;
