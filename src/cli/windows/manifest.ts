import { CLSID_ISMTPTransport } from '../../imnxport/index.js';

/**
 * The manifest with which one program alone finds the COM server, registered or not: as `<program>.exe.manifest` beside the program,
 * or as an assembly of the DLL's name where the program has a manifest of its own.
 *
 * @param dll the file of the COM server, which lies beside the program
 */
export const registrationFreeManifest = (
  dll: string,
): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0">
  <file name="${dll}">
    <comClass description="comail ISMTPTransport" clsid="${CLSID_ISMTPTransport}" threadingModel="Both"/>
  </file>
</assembly>
`;
