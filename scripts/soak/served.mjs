import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const program = here('../../dist/cli/main.js');

/** A mail system with some mailboxes, and the process that serves them. */
export class Served {
  #folder = '';
  #child = null;
  #errors = [];
  #ended = null;
  #url = '';
  /** name to token */
  tokens = new Map();
  names = [];

  static async open(farPort, names) {
    const served = new Served();
    served.names = names;
    served.#folder = mkdtempSync(join(tmpdir(), 'comail-soak-'));
    const environment = { ...process.env, COMAIL_HOME: served.#folder };
    for (const name of names) comail(environment, 'mailbox', 'create', `${name}@town.example`, '--name', name);
    const system = join(served.#folder, 'system');
    mkdirSync(system, { recursive: true });
    const domains = { 'far.example': `smtp://127.0.0.1:${farPort}`, 'void.example': 'reject' };
    writeFileSync(join(system, 'pipeline.json'), JSON.stringify({ hostName: 'mx.town.example', domains }));
    for (const name of names) {
      const scope = 'Mail.ReadWrite,Mail.Send';
      served.tokens.set(name, comail(environment, 'token', 'create', '-p', name, '--scope', scope).trim());
    }
    await served.#start(environment);
    return served;
  }

  /** Bytes of the heap after a collection; null when the process is gone. */
  heap() {
    const child = this.#child;
    if (!child?.connected) return Promise.resolve(null);
    return new Promise((resolve) => {
      child.once('message', ({ bytes }) => resolve(bytes));
      child.send('heap', (error) => error && resolve(null));
    });
  }

  /** A connection of a mailbox: requests one after the other. */
  connection(name) {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const authorization = `Bearer ${this.tokens.get(name)}`;
    const ask = async (method, path, json) => {
      const body = json === undefined ? '' : JSON.stringify(json);
      const url = path.startsWith('http') ? path : `${this.#url}/v1.0/me${path}`;
      const headers = { authorization, ...(body === '' ? {} : { 'content-type': 'application/json' }) };
      return await new Promise((resolve, reject) => {
        const asked = request(url, { method, agent, headers }, (reply) => {
          const pieces = [];
          reply.on('data', (piece) => pieces.push(piece));
          reply.on('error', reject);
          reply.on('end', () => {
            const text = Buffer.concat(pieces).toString();
            const isJson = String(reply.headers['content-type']).includes('json');
            resolve({ status: reply.statusCode, headers: reply.headers, text, json: isJson ? JSON.parse(text) : null });
          });
        });
        asked.on('error', reject);
        asked.end(body);
      });
    };
    return { name, ask, end: () => agent.destroy() };
  }

  /** Ends the server as Ctrl-C does; what it did wrong. */
  async close() {
    const wrong = [];
    if (this.#child.exitCode === null) {
      this.#child.kill('SIGINT');
      const late = setTimeout(() => this.#child.kill('SIGKILL'), 60_000);
      await this.#ended;
      clearTimeout(late);
    }
    if (this.#child.exitCode !== 0)
      wrong.push(`the server ended with ${this.#child.exitCode ?? this.#child.signalCode}`);
    wrong.push(...this.#errors.slice(0, 5).map((line) => `the server said: ${line}`));
    rmSync(this.#folder, { recursive: true, force: true });
    return wrong;
  }

  async #start(environment) {
    const args = ['--expose-gc', '--import', here('./inside.mjs'), program, 'serve', '--http', '--port', '0'];
    const options = ['--no-bridge', '--log-level', 'info', '--profile', ...this.names];
    const stdio = ['ignore', 'pipe', 'pipe', 'ipc'];
    const child = spawn(process.execPath, [...args, ...options], { env: environment, stdio });
    this.#child = child;
    this.#ended = new Promise((resolve) => child.once('exit', resolve));
    this.#url = await new Promise((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${this.#errors.join('\n')}`)));
      let rest = '';
      child.stdout.setEncoding('utf8').on('data', (piece) => {
        const lines = (rest + piece).split('\n');
        rest = lines.pop();
        for (const line of lines) {
          const [, url] = /"url":"(http[^"]+)"/.exec(line) ?? [];
          if (url) resolve(url);
          // Levels of pino: 50 is an error, 60 the end.
          if (/"level":[56]0/.test(line)) this.#errors.push(line);
        }
      });
      child.stderr.setEncoding('utf8').on('data', (text) => this.#errors.push(text.trim()));
    });
  }
}

function comail(env, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`comail ${args.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}
