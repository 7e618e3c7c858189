/** The files that are made for the DLL of MAPI, by their paths below the top of the project. */
export function generatedFiles(
  declarations: Readonly<Record<string, unknown>>,
  interfaces: object,
  facts: unknown,
): Readonly<Record<string, string>>;
