// The floors of the house. A room imports itself and any floor below; rooms on one floor never import each other; only
// the roof knows everyone. docs/architecture.md tells why, test/house/floors.test.ts proves that a breach is caught.

/** Floors from the cellar up; the rooms of one floor stand on one line. `providers/*` is one room per provider. */
const floors = [
  ['base'],
  ['com', 'wire'],
  ['mapi'],
  ['imnxport', 'convert', 'subsystem'],
  ['client', 'graph', 'bridge', 'native', 'providers/*'],
  ['cli'],
];

const pattern = (room) => `^src/${room.replace('*', '[^/]+')}/`;
const anyOf = (rooms) => rooms.map(pattern).join('|');
const everyRoom = floors.flat();

/** What a room may import: itself (`$1` where the room is one of many) and the floors below. */
function reach(room, floor) {
  const below = floors.slice(0, floor).flat();
  const own = room.includes('*') ? `^src/${room.replace('*', '$1')}/` : pattern(room);
  return [own, ...below.map(pattern)].join('|');
}

function floorRule(room, floor) {
  // The programs may open the front door, because that is where the built-in providers are registered.
  const frontDoor = room === 'cli' ? '|^src/index\\.ts$' : '';
  return {
    name: `floor-of-${room.replace('/*', '')}`,
    comment: `src/${room} stands on floor ${floor + 1} and imports only itself and the floors below`,
    severity: 'error',
    from: { path: room.includes('*') ? `^src/${room.replace('*', '([^/]+)')}/` : pattern(room) },
    to: { path: '^src/', pathNot: reach(room, floor) + frontDoor },
  };
}

/** Another room is entered through its index.ts and nowhere else. */
function faceRule(room) {
  const many = room.includes('*');
  return {
    name: `face-of-${room.replace('/*', '')}`,
    comment: `src/${room} is entered through its index.ts, its public face`,
    severity: 'error',
    from: { path: '^src/', pathNot: pattern(room) },
    to: { path: pattern(room), pathNot: many ? '^src/providers/[^/]+/index\\.ts$' : `^src/${room}/index\\.ts$` },
  };
}

module.exports = {
  forbidden: [
    ...floors.flatMap((rooms, floor) => rooms.map((room) => floorRule(room, floor))),
    ...everyRoom.map(faceRule),
    {
      name: 'no-circle',
      // Types alone may: a structure names the interface that fills it, and the interface names the structure.
      comment: 'Files that import each other in a circle cannot be read, tested or loaded one at a time',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'known-room',
      comment: 'Every file of src belongs to a room of the house; a new room gets its floor here first',
      severity: 'error',
      from: { path: '^src/', pathNot: `${anyOf(everyRoom)}|^src/index\\.ts$` },
      to: {},
    },
    {
      name: 'front-door',
      comment: 'The front door joins the rooms for callers; programs stand outside of it',
      severity: 'error',
      from: { path: '^src/index\\.ts$' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'product-alone',
      comment: 'What is shipped needs nothing that is not shipped',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(dist|test|bench|scripts|docs|ci)/' },
    },
    {
      name: 'words-without-io',
      comment: 'src/mapi is vocabulary: it opens no file, socket or process',
      severity: 'error',
      from: { path: '^src/mapi/' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(buffer|util)$' },
    },
    {
      name: 'declared-dependency',
      comment: 'The product imports only what package.json names under dependencies or optionalDependencies',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['npm', 'npm-optional', 'type-only'],
      },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^(dist|test|bench|scripts|docs|ci)/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
