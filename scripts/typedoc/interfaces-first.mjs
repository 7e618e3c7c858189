// A COM interface is declared twice under one name: `interface IFoo` says what it does, `const IFoo: Iid<IFoo>` names it
// at run time. TypeDoc's links take whichever comes first, which is the const; a reader wants the interface. This plugin
// turns such links round, and documents a const that has no words of its own by pointing to its interface.
import { Comment, Converter, ReflectionKind } from 'typedoc';

/** @param {import('typedoc').Application} app the TypeDoc run that loads this plugin */
export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => describeIdentifiers(project));
  // TypeDoc resolves links at -300 of the same event; this comes after it.
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => turnLinks(project), -400);
}

function describeIdentifiers(project) {
  for (const variable of project.getReflectionsByKind(ReflectionKind.Variable)) {
    const face = interfaceOf(variable);
    if (!face || variable.hasComment()) continue;
    variable.comment = new Comment([
      { kind: 'text', text: 'The identifier of ' },
      { kind: 'inline-tag', tag: '@link', text: face.name, target: face },
      { kind: 'text', text: ' at run time: its IID, its base and its methods in slot order.' },
    ]);
  }
}

function turnLinks(project) {
  for (const reflection of Object.values(project.reflections)) {
    for (const part of partsOf(reflection.comment)) {
      if (part.kind === 'inline-tag' && typeof part.target === 'object') {
        part.target = interfaceOf(part.target) ?? part.target;
      }
    }
  }
  for (const part of project.readme ?? []) {
    if (part.kind === 'inline-tag' && typeof part.target === 'object') {
      part.target = interfaceOf(part.target) ?? part.target;
    }
  }
}

/** The interface that shares its name and its home with this const, if there is one. */
function interfaceOf(reflection) {
  if (reflection.kind !== ReflectionKind.Variable) return undefined;
  const family = reflection.parent?.children ?? [];
  return family.find((other) => other.kind === ReflectionKind.Interface && other.name === reflection.name);
}

function partsOf(comment) {
  return comment ? [...comment.summary, ...comment.blockTags.flatMap((tag) => tag.content)] : [];
}
