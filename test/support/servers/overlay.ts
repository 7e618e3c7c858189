import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, lstat, mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Why this machine cannot have a server. */
export interface Skip {
  readonly skip: string;
}

/** A running throw-away copy of `/` with packages of its own, in namespaces of its own. */
export interface Overlay {
  /**
   * Where this process sees a file of the overlay. The path leads through `/proc/PID/root`: it exists as long
   * as the overlay does and nothing of it is on the machine's disk.
   */
  path(inside: string): string;
  /** Writes a file of the overlay, with its folders; `mode` defaults to 0644. */
  write(inside: string, content: string, mode?: number): Promise<void>;
  /**
   * Runs a command inside, as root, and answers what it printed.
   * @throws Error with the command's complaint when it ends with anything but 0.
   */
  run(command: string, ...args: readonly string[]): Promise<string>;
  /**
   * The same for a command that leaves a daemon behind. A daemon keeps the standard output of whoever started it, so
   * that goes to a file and is told only on failure.
   */
  launch(command: string, ...args: readonly string[]): Promise<void>;
  /** Ends every process inside and with them the mounts; answers when they are gone. May be called twice. */
  stop(): Promise<void>;
}

const here = dirname(fileURLToPath(import.meta.url));

/**
 * Opens an overlay that has these Debian packages. The first call on a machine installs them (3 to 30 seconds) and
 * stores the result under the folder for temporary files; later calls take it from there in less than a second.
 * @param name - Names the stored image: letters and dashes.
 * @param packages - Debian package names, installed without recommended ones.
 * @returns The overlay, or the reason why this machine cannot have it (no root, no overlay mounts, no such package).
 */
export async function openOverlay(name: string, packages: readonly string[]): Promise<Overlay | Skip> {
  if (process.platform !== 'linux') return { skip: `needs Linux, this is ${process.platform}` };
  if (process.getuid?.() !== 0) return { skip: 'needs root (mount namespaces, overlay mounts, apt-get)' };
  const folder = await stateFolder();
  const image = await imagePath(folder, name, packages);
  if (typeof image !== 'string') return image;

  const mountPoint = join(folder, 'mount');
  const child = spawn(
    'unshare',
    ['--mount', '--pid', '--fork', '--kill-child', 'sh', join(here, 'leash.sh'), join(here, 'overlay.sh')].concat(
      mountPoint,
      image,
      packages,
    ),
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  const gone = ended(child);
  // The pipe breaks when the first process inside ends by itself; that is reported through `gone`.
  child.stdin.on('error', () => {});
  const stop = async (): Promise<void> => {
    child.stdin.end();
    await gone;
  };
  const report = await firstReport(child, gone);
  if ('skip' in report) {
    await stop();
    return report;
  }
  if ('broken' in report) {
    child.stdin.end();
    throw new Error(`${name}: overlay.sh failed: ${await gone}`);
  }
  const root = `/proc/${report.pid}/root${mountPoint}/root`;
  const path = (inside: string): string => join(root, inside);
  const hourAgo = new Date(Date.now() - 3_600_000);
  const run = (command: string, ...args: readonly string[]): Promise<string> => {
    const enter = ['--target', report.pid, '--mount', '--pid', 'chroot', `${mountPoint}/root`, command, ...args];
    return new Promise((resolve, reject) => {
      execFile('nsenter', enter, { cwd: '/', maxBuffer: 16 << 20 }, (error, stdout, stderr) => {
        if (error)
          reject(new Error(`${name}: ${command} failed: ${stderr || stdout || error.message}`, { cause: error }));
        else resolve(stdout);
      }).stdin?.end();
    });
  };
  return Object.freeze({
    path,
    async write(inside: string, content: string, mode = 0o644): Promise<void> {
      await mkdir(dirname(path(inside)), { recursive: true });
      await writeFile(path(inside), content);
      await chmod(path(inside), mode);
      // Postfix waits until its configuration is some seconds old, lest somebody still writes it.
      await utimes(path(inside), hourAgo, hourAgo);
    },
    run,
    async launch(command: string, ...args: readonly string[]): Promise<void> {
      const quietly = 'log=/var/log/launch.$$; "$@" > "$log" 2>&1 < /dev/null || { cat "$log" >&2; exit 1; }';
      await run('sh', '-c', quietly, 'sh', command, ...args);
    },
    stop,
  });
}

/** The folder of stored images. It holds what root will run, so it must be ours alone. */
async function stateFolder(): Promise<string> {
  const folder = join(tmpdir(), `comail-servers-${process.getuid?.()}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const facts = await lstat(folder);
  if (!facts.isDirectory() || facts.uid !== process.getuid?.() || (facts.mode & 0o077) !== 0) {
    throw new Error(`${folder} belongs to somebody else or is open to others: remove it and run again`);
  }
  await mkdir(join(folder, 'mount'), { recursive: true });
  return folder;
}

/** An image fits the very set of packages it was built upon; images of an earlier set are removed. */
async function imagePath(folder: string, name: string, packages: readonly string[]): Promise<string | Skip> {
  const hash = createHash('sha256');
  try {
    hash.update(await readFile('/etc/os-release')).update(await readFile('/var/lib/dpkg/status'));
  } catch (error) {
    return { skip: `needs Debian's package manager: ${(error as Error).message}` };
  }
  hash.update(await readFile(join(here, 'overlay.sh'))).update(packages.join(' '));
  const file = `${name}-${hash.digest('hex').slice(0, 16)}.tar`;
  for (const other of await readdir(folder)) {
    if (other.startsWith(`${name}-`) && !other.startsWith(file)) await rm(join(folder, other), { force: true });
  }
  return join(folder, file);
}

/** How the namespace ended, with everything it said on standard error. */
function ended(child: ChildProcess): Promise<string> {
  let complaints = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaints = (complaints + text).slice(-4096);
  });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(`${complaints.trim()} (ended with ${signal ?? code})`));
  });
}

type Report = { readonly pid: string } | { readonly broken: true } | Skip;

/** Reads the lines of leash.sh and overlay.sh up to the one that decides. */
async function firstReport(child: ChildProcess, gone: Promise<string>): Promise<Report> {
  if (!child.stdout) throw new Error('the namespace has no standard output');
  const lines = createInterface({ input: child.stdout });
  const verdict = new Promise<Report>((resolve) => {
    let pid = '';
    lines.on('line', (line) => {
      if (line.startsWith('pid ')) pid = line.slice(4);
      else if (line.startsWith('skip ')) resolve({ skip: line.slice(5).trim() });
      else if (line === 'broken') resolve({ broken: true });
      else if (line === 'ready') resolve({ pid });
    });
  });
  // Without a line of its own, unshare itself was refused: that is a machine without namespaces.
  return Promise.race([verdict, gone.then((how): Skip => ({ skip: `no namespace of its own: ${how}` }))]);
}
