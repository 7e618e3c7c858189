// Writes native/generated/imnxport.h from the committed facts: what C++ programs that send through ISMTPTransport include.
// Run: node scripts/generate/imnxport-header.mjs. With --check it writes nothing and fails when the file is out of date.
import { factsOf, written } from './written.mjs';

const facts = factsOf('imnxport.json');

const interfaces = [
  'ITransportCallbackService',
  'ITransportCallback',
  'IInternetTransport',
  'ISMTPCallback',
  'ISMTPTransport',
  'ISMTPTransport2',
].map((name) => facts.interfaces.find((one) => one.name === name));
const structs = [
  'INETADDR',
  'INETADDRLIST',
  'INETSERVER',
  'IXPRESULT',
  'SMTPSTREAM',
  'SMTPRESPONSE',
  'SMTPMESSAGE',
  'SMTPMESSAGE2',
].map((name) => facts.structs.find((one) => one.name === name));
const enums = [
  'IXPTYPE',
  'IXPSTATUS',
  'IXPISSTATE',
  'CMDTYPE',
  'RASCONNTYPE',
  'INETADDRTYPE',
  'DSNRET',
  'SMTPCOMMAND',
].map((name) => facts.enums.find((one) => one.name === name));
// Those that winerror.h has are its own.
const codes = facts.hresults.filter(({ name }) => name.startsWith('IXP_'));
const classes = facts.clsids.filter(({ name }) => name === 'CLSID_ISMTPTransport');

const text = `#pragma once

#include <objidl.h>
#include <stddef.h>

${[...interfaces.map(({ name }) => name), 'IImnAccount'].map((name) => `struct ${name};`).join('\n')}
typedef DWORD ACCTTYPE;

${facts.constants
  .filter(fieldLength)
  .map(({ name, value }) => `#define ${name} ${value}`)
  .join('\n')}
${facts.flags
  .filter(({ name }) => name.startsWith('ISF_'))
  .map(({ name, value }) => `#define ${name} 0x${value.toString(16)}`)
  .join('\n')}

${enums.map(enumeration).join('\n\n')}

${structs.map(structure).join('\n\n')}

${codes.map(({ name, value }) => `#define ${name} ((HRESULT)${value}L)`).join('\n')}

${classes.map(({ name, clsid }) => `${constant(name)} = ${guid(clsid)};`).join('\n')}
${interfaces.map(({ name, iid }) => `${constant(`IID_${name}`)} = ${guid(iid)};`).join('\n')}

${interfaces.map(declaration).join('\n\n')}

${structs.map(layout).join('\n')}
`;

written('imnxport-header.mjs', 'imnxport.json', { 'native/generated/imnxport.h': text });

function fieldLength({ name }) {
  return name.startsWith('CCHMAX_');
}

function enumeration({ name, tag, values }) {
  return `typedef enum ${tag} {\n${values.map((one) => `  ${one.name} = ${one.value},`).join('\n')}\n} ${name};`;
}

function structure({ name, tag, pointer_typedef: pointer, fields }) {
  const typedefs = pointer ? `${name}, *${pointer}` : name;
  return `typedef struct ${tag} {\n${fields.map((field) => `  ${member(field)};`).join('\n')}\n} ${typedefs};`;
}

function member({ arms, declaration }) {
  return arms ? `union { ${arms.map((arm) => `${arm.type} ${arm.name};`).join(' ')} }` : declaration;
}

function declaration({ name, base, methods }) {
  const lines = methods.map(({ returns, prototype }) => {
    const call = prototype.slice(prototype.indexOf(returns) + returns.length).trim();
    return `  virtual ${returns} STDMETHODCALLTYPE ${call} = 0;`;
  });
  return `struct ${name} : public ${base} {\n${lines.join('\n')}\n};`;
}

function layout({ name, layout, fields }) {
  const asserts = (bits) => [
    `static_assert(sizeof(${name}) == ${layout[bits].size} && alignof(${name}) == ${layout[bits].align}, "${name}");`,
    ...fields.map((field) => {
      const path = field.name ?? field.arms[0].name;
      return `static_assert(offsetof(${name}, ${path}) == ${field.offset[bits]}, "${name}.${path}");`;
    }),
  ];
  return `#ifdef _WIN64\n${asserts('x64').join('\n')}\n#else\n${asserts('x86').join('\n')}\n#endif`;
}

function constant(name) {
  return `inline constexpr GUID ${name}`;
}

function guid(text) {
  const [a, b, c, d, e] = text.slice(1, -1).split('-');
  const bytes = (d + e).match(/../g).map((one) => `0x${one}`);
  return `{0x${a}, 0x${b}, 0x${c}, {${bytes.join(', ')}}}`;
}
