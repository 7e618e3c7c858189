import { type Overlay, openOverlay, type Skip } from './overlay.js';

/** A running PostgreSQL with one empty database. */
export interface PostgresqlServer {
  /** Its name with its version. */
  readonly name: string;
  /**
   * Runs a script in psql, to its end whatever fails.
   *
   * @param script SQL and psql's own commands
   * @returns what psql printed, its complaints among it
   */
  script(script: string): Promise<string>;
  /** Ends it. */
  stop(): Promise<void>;
}

/** Starts PostgreSQL in an overlay of its own. */
export async function startPostgresql(): Promise<PostgresqlServer | Skip> {
  const overlay = await openOverlay('postgresql', ['postgresql', 'util-linux']);
  if ('skip' in overlay) return overlay;
  try {
    return await start(overlay);
  } catch (error) {
    await overlay.stop();
    throw error;
  }
}

async function start(overlay: Overlay): Promise<PostgresqlServer> {
  const programs = (await overlay.run('sh', '-c', 'ls -d /usr/lib/postgresql/*/bin | tail -n 1')).trim();
  // Debian's own cluster would listen where another one may; this one has a socket alone, which nobody outside sees.
  await overlay.run('sh', '-c', 'mkdir -p /srv/pg && chown postgres /srv/pg');
  const as = ['runuser', '-u', 'postgres', '--'] as const;
  await overlay.run(...as, `${programs}/initdb`, '-D', '/srv/pg/data', '-A', 'trust', '-E', 'UTF8', '--locale', 'C');
  const settings = '-c listen_addresses= -c unix_socket_directories=/srv/pg';
  await overlay.launch(
    ...as,
    `${programs}/pg_ctl`,
    '-D',
    '/srv/pg/data',
    '-l',
    '/srv/pg/log',
    '-o',
    settings,
    '-w',
    'start',
  );
  const psql = 'psql -h /srv/pg -U postgres -d postgres --quiet --tuples-only --no-align -f /srv/pg/script.sql 2>&1';
  const script = async (text: string): Promise<string> => {
    await overlay.write('/srv/pg/script.sql', text);
    return await overlay.run('sh', '-c', psql);
  };
  const version = await script('SHOW server_version;');
  return Object.freeze({ name: `PostgreSQL ${version.trim()}`, script, stop: overlay.stop });
}
