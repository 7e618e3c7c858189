/**
 * Cuts the large fact sheets down to what the tests and generators of this project read, and writes the result to
 * test/reference. The same input always gives the same bytes: keys keep a fixed order and nothing carries a date.
 *
 *     node scripts/reference/trim.mjs <folder with imnxport/imnxport.json and mapi/*.json>
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = process.argv[2];
if (!source) {
  console.error('Usage: node scripts/reference/trim.mjs <folder with imnxport/imnxport.json and mapi/*.json>');
  process.exit(2);
}

const read = (path) => JSON.parse(readFileSync(join(source, path), 'utf8'));
const written = [
  write('imnxport.json', trimImnxport(read('imnxport/imnxport.json'))),
  write('mapi-interfaces.json', trimMapi(read('mapi/interfaces.json'))),
  write('mapi-properties.json', trimProperties(read('mapi/properties.json'))),
  write('mapi-constants.json', trimConstants(read('mapi/constants.json'))),
  write('mapi-hresults.json', trimHresults(read('mapi/hresults.json'))),
  write('mapi-structures.json', trimStructures(read('mapi/structures.json'))),
  write('mapi-guids.json', trimGuids(read('mapi/guids.json'))),
  write('mapi-functions.json', trimFunctions(read('mapi/functions.json'))),
];
// The formatter decides the layout of the files, so that the lint step and this script never disagree.
execFileSync(join(root, 'node_modules/.bin/biome'), ['format', '--write', ...written], { cwd: root, stdio: 'inherit' });

/** Imnxport: everything with a name or a number; explanations stay behind, except one line per HRESULT. */
function trimImnxport(facts) {
  return {
    about: { sources: facts.about.sources, precedence: facts.about.precedence, not_used: facts.about.not_used },
    clsids: facts.clsids.map((row) => pick(row, ['name', 'clsid', 'interface', 'source'])),
    exports: facts.dll.exports.map((row) => pick(row, ['name', 'prototype', 'x86_arg_bytes', 'source'])),
    scalar_types: facts.scalar_types.map((row) => pick(row, ['name', 'is', 'size', 'align'])),
    constants: facts.constants.map((row) => pick(row, ['name', 'type', 'value', 'group', 'source'])),
    flags: facts.flags.map((row) => pick(row, ['name', 'value', 'used_in', 'source'])),
    enums: facts.enums.map((row) => ({
      ...pick(row, ['name', 'tag', 'size']),
      values: row.values.map((value) => pick(value, ['name', 'value'])),
      source: row.source,
    })),
    structs: facts.structs.map((row) => ({
      ...pick(row, ['name', 'tag', 'pointer_typedef', 'scope', 'layout']),
      fields: row.fields.map(trimField),
      source: row.source,
    })),
    unions: facts.unions.map((row) => ({
      ...pick(row, ['name', 'tag', 'scope', 'discriminant', 'discriminant_type', 'layout']),
      arms: row.arms.map((arm) => pick(arm, ['cases', 'name', 'type', 'declaration', 'offset', 'size'])),
      ...pick(row, ['cases_without_data', 'source']),
    })),
    hresults: [...facts.hresults.codes, ...facts.hresults.common].map((row) =>
      pick(row, ['name', 'spellings', 'value', 'int32', 'group', 'meaning', 'name_confirmed', 'source']),
    ),
    smtp_replies: facts.smtp_reply_to_hresult.replies.map((row) =>
      pick(row, ['reply', 'name', 'header_name', 'value', 'source']),
    ),
    smtp_replies_not_in_table: facts.smtp_reply_to_hresult.not_in_the_table,
    smtp_replies_accepted_as_well: facts.smtp_reply_to_hresult.accept_as_well,
    external_interfaces: facts.external_interfaces,
    interfaces: facts.interfaces.map((row) => ({
      ...pick(row, ['name', 'iid_symbol', 'iid', 'base', 'protocol', 'total_slots', 'vtable', 'source']),
      methods: row.methods.map((method) => ({
        ...pick(method, ['name', 'slot', 'returns', 'prototype', 'x86_arg_bytes']),
        params: (method.params ?? []).map((param) => pick(param, ['name', 'type', 'dir', 'null_ok', 'size_is'])),
        ...pick(method, ['page', 'source']),
      })),
    })),
  };
}

/** A field, or an anonymous union with its arms. */
function trimField(field) {
  const row = pick(field, ['name', 'type', 'array_length', 'declaration', 'offset', 'size', 'discriminant']);
  const keys = ['case', 'cases', 'name', 'type', 'array_length', 'declaration', 'offset', 'size'];
  if (field.arms) row.arms = field.arms.map((arm) => pick(arm, keys));
  return row;
}

/** Extended MAPI: identity, base and methods in slot order. A direction that no page states is marked as guessed. */
function trimMapi(facts) {
  return {
    generated_from: facts.generated_from,
    slot_note: facts.slot_note,
    interfaces: facts.interfaces.map((row) => ({
      ...pick(row, ['name', 'iid', 'base', 'total_slots', 'doc_page', 'order_source', 'pointer_type']),
      methods: [...row.methods]
        .sort((a, b) => a.slot - b.slot)
        .map((method) => ({
          ...pick(method, ['name', 'slot', 'returns']),
          params: method.params.map((param) => pick(param, ['name', 'type', 'dir', 'dir_guessed'])),
          ...pick(method, ['page']),
        })),
    })),
  };
}

/** Property tags and named properties: names, numbers, types and pages. */
function trimProperties(facts) {
  const keys = ['name', 'page', 'pr_names', 'area', 'type', 'tag', 'tag_w', 'tag_a', 'header_tags'];
  return {
    property_types: facts.property_types.map((row) => pick(row, ['name', 'value'])),
    id_ranges: facts.id_ranges,
    canonical: facts.canonical.map((row) => pick(row, [...keys, 'note'])),
    named: facts.named.map((row) =>
      pick(row, ['name', 'page', 'pr_names', 'area', 'type', 'set', 'set_guid', 'lid', 'string_name']),
    ),
    named_without_page: facts.named_mfcmapi_only.map((row) =>
      pick(row, ['names', 'area', 'type', 'set', 'set_guid', 'lid']),
    ),
    // Of the tags that no page describes only those count that a header calls a property.
    other_tags: facts.other_tags
      .map((row) => ({
        names: row.names.filter((name) => /^(PR_|PidTag)/.test(name)),
        ...pick(row, ['tag', 'sources']),
      }))
      .filter((row) => row.names.length > 0),
  };
}

/** Flags and other numbers with names; what only a viewer or the C binding of CMC needs stays behind. */
function trimConstants(facts) {
  const foreign = (row) => /^(columnTags|xcmc)/.test(row.header ?? '') || row.group === 'enum __NonPropFlag';
  return Object.entries(facts.constants)
    .filter(([, row]) => !foreign(row))
    .map(([name, row]) => ({ name, value: row.value < 0 ? row.value : row.hex, ...pick(row, ['header', 'used_by']) }));
}

/** Codes: HRESULTs with the methods whose pages name them, and the small numbers of Simple MAPI. */
function trimHresults(facts) {
  return {
    extended: Object.entries(facts.extended).map(([name, row]) => ({
      name,
      ...pick(row, ['value', 'header', 'meaning', 'returned_by']),
    })),
    simple_mapi: facts.simple_mapi,
    mentioned_without_value: facts.mentioned_in_docs_without_value,
  };
}

/** Structures: fields in order. */
function trimStructures(facts) {
  const foreign = /^(CMC_|_|.*_ARRAY_ENTRY|NAME_ARRAY|FlagList|TagNames)/;
  return Object.entries(facts.structures)
    .filter(([name]) => !foreign.test(name))
    .map(([name, row]) => ({ name, ...pick(row, ['kind', 'aliases', 'pointer_types', 'members', 'header']) }));
}

/** GUIDs in text form and as the bytes of a MAPIUID. */
function trimGuids(facts) {
  return Object.entries(facts.guids).map(([name, row]) => ({ name, ...pick(row, ['guid', 'bytes_le', 'sources']) }));
}

/** Functions: names, parameters, what pages say they answer. */
function trimFunctions(facts) {
  return facts.functions.map((row) => ({
    ...pick(row, ['name', 'family', 'kind', 'page', 'header', 'returns']),
    params: (row.params ?? []).map((param) => pick(param, ['name', 'type', 'dir'])),
    ...pick(row, ['return_codes', 'flags']),
  }));
}

/** The named keys of a row that are present, in the order given. */
function pick(row, keys) {
  return Object.fromEntries(keys.filter((key) => row[key] !== undefined).map((key) => [key, row[key]]));
}

/** Writes one fact file and answers its path. */
function write(name, facts) {
  const path = join(root, 'test/reference', name);
  writeFileSync(path, `${JSON.stringify(facts)}\n`);
  return path;
}
