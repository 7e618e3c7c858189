import type { Guid } from '../../com/index.js';
import { type PropValue, propId } from '../../mapi/index.js';
import { type PropJson, propFromJson, propToJson } from './propjson.js';

/**
 * What a section belongs to: `profile` and `shared` ones to everybody, the others to a service or a provider; one that is
 * `leaving` was deleted while the profile was in use.
 */
export type SectionKind = 'profile' | 'service' | 'provider' | 'shared' | 'leaving';

/** A section of a profile. */
export interface SectionEntry {
  readonly kind: SectionKind;
  /** The service of a provider's section; null for others. */
  readonly owner: Guid | null;
  /** Its properties by identifier. */
  readonly props: Map<number, PropValue>;
}

/** What waits until the last session of a profile has ended. */
export type PendingChange = { readonly what: 'delete' } | { readonly what: 'rename'; readonly name: string };

/** A profile. */
export interface ProfileEntry {
  /** Its identity, which renaming does not change: PR_SEARCH_KEY of its own section. */
  readonly id: Guid;
  /** It belongs to a program. */
  readonly app: boolean;
  /** The processes with sessions of it, each as often as it has some. */
  users: number[];
  pending: PendingChange | null;
  readonly sections: Map<Guid, SectionEntry>;
}

/** All profiles of a user. */
export interface ProfileDocument {
  /** The profile that is used when none is named. */
  default: string | null;
  /** The profiles by name. */
  readonly profiles: Map<string, ProfileEntry>;
}

/** Whether a property is a secret: never listed, and kept apart. @spec iprofsectimapiprop */
export const isSecure = (tag: number): boolean => propId(tag) >= 0x67f0 && propId(tag) <= 0x67ff;

/** Splits the profiles into what goes into the two files. */
export function documentToJson(document: ProfileDocument): { readonly profiles: object; readonly secrets: object } {
  // A profile may have any name, __proto__ too.
  const profiles: Record<string, object> = Object.create(null);
  const secrets: Record<string, Record<string, readonly PropJson[]>> = {};
  for (const [name, { id, app, users, pending, sections }] of document.profiles) {
    const open: Record<string, object> = {};
    const hidden: Record<string, readonly PropJson[]> = {};
    for (const [uid, { kind, owner, props }] of sections) {
      const all = [...props.values()];
      open[uid] = { kind, owner, props: all.filter(([tag]) => !isSecure(tag)).map(propToJson) };
      const secure = all.filter(([tag]) => isSecure(tag));
      if (secure.length > 0) hidden[uid] = secure.map(propToJson);
    }
    profiles[name] = { id, app, users, pending, sections: open };
    if (Object.keys(hidden).length > 0) secrets[id] = hidden;
  }
  return { profiles: { default: document.default, profiles }, secrets: { profiles: secrets } };
}

/** Joins the two files. What has not the form of ours is left out: files that people can edit are edited. */
export function documentFromJson(profiles: unknown, secrets: unknown): ProfileDocument {
  const document: ProfileDocument = { default: null, profiles: new Map() };
  const hidden = record(record(secrets)?.['profiles']);
  for (const [name, one] of Object.entries(record(record(profiles)?.['profiles']) ?? {})) {
    const entry = profileFromJson(one, hidden);
    if (entry) document.profiles.set(name, entry);
  }
  const named = record(profiles)?.['default'];
  if (typeof named === 'string' && document.profiles.has(named)) document.default = named;
  return document;
}

function profileFromJson(json: unknown, hidden: Record<string, unknown> | null): ProfileEntry | null {
  const { id, app, users, pending, sections } = record(json) ?? {};
  if (!isGuid(id)) return null;
  const secret = record(hidden?.[id]);
  const entry: ProfileEntry = {
    id,
    app: app === true,
    users: Array.isArray(users) ? users.filter((pid) => Number.isInteger(pid)) : [],
    pending: pendingFromJson(pending),
    sections: new Map(),
  };
  for (const [uid, one] of Object.entries(record(sections) ?? {})) {
    const { kind, owner, props } = record(one) ?? {};
    if (!isGuid(uid) || !isKind(kind)) continue;
    const all = [...(Array.isArray(props) ? props : []), ...(list(secret?.[uid]) ?? [])];
    const values = all.map(propFromJson).filter((value) => value !== null);
    entry.sections.set(uid, {
      kind,
      owner: isGuid(owner) ? owner : null,
      props: new Map(values.map((value) => [propId(value[0]), value])),
    });
  }
  return entry;
}

function pendingFromJson(json: unknown): PendingChange | null {
  const { what, name } = record(json) ?? {};
  if (what === 'delete') return { what };
  return what === 'rename' && typeof name === 'string' ? { what, name } : null;
}

const record = (json: unknown): Record<string, unknown> | null =>
  typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Record<string, unknown>) : null;

const list = (json: unknown): readonly unknown[] | null => (Array.isArray(json) ? json : null);

const isGuid = (text: unknown): text is Guid =>
  typeof text === 'string' && /^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/.test(text);

const isKind = (text: unknown): text is SectionKind => kinds.some((kind) => kind === text);

const kinds: readonly SectionKind[] = ['profile', 'service', 'provider', 'shared', 'leaving'];
