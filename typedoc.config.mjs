import { existsSync } from 'node:fs';
import { OptionDefaults } from 'typedoc';

/** The public faces, as package.json exports them; a face is documented from the day it exists. */
const faces = ['index', 'com/index', 'wire/index', 'mapi/index', 'subsystem/index', 'subsystem/simple/index', 'convert/index', 'imnxport/index', 'providers/store/index', 'client/index', 'graph/index', 'bridge/index', 'native/index'].map((face) => `src/${face}.ts`);

/** @type {Partial<import('typedoc').TypeDocOptions>} */
export default {
  name: 'comail',
  entryPoints: faces.filter((face) => existsSync(new URL(face, import.meta.url))),
  tsconfig: 'tsconfig.build.json',
  plugin: ['./scripts/typedoc/interfaces-first.mjs'],
  out: 'docs/api',
  readme: existsSync(new URL('README.md', import.meta.url)) ? 'README.md' : 'none',
  // Pages that do not depend on where the clone came from.
  disableSources: true,
  excludePrivate: true,
  excludePrivateClassFields: true,
  excludeInternal: true,
  blockTags: [...OptionDefaults.blockTags, '@spec'],
  requiredToBeDocumented: ['Variable', 'Function', 'Class', 'Interface', 'TypeAlias', 'Method', 'Accessor'],
  validation: { notExported: true, invalidLink: true, invalidPath: true, notDocumented: true, rewrittenLink: true },
  treatWarningsAsErrors: true,
  treatValidationWarningsAsErrors: true,
  logLevel: 'Warn',
};
