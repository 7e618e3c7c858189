import { limit } from '../../base/index.js';
import { badRequest, GraphError } from '../http/error.js';
import { listOf, textOf, wordOf } from '../http/json.js';
import { type Answer, bodyOf, type Call, READ_BASIC, type Route } from '../http/route.js';
import { entryIdOf, idOf } from '../mailbox/ids.js';

/** What turns identifiers of one kind into those of another one. */
export const translateRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/translateExchangeIds',
    scopes: READ_BASIC,
    summary: 'Turn identifiers of one kind into those of another one',
    run: translate,
  },
];

const formats = ['entryId', 'ewsId', 'immutableEntryId', 'restId', 'restImmutableEntryId'] as const;
type Format = (typeof formats)[number];

const IDS: number = limit('graph.translatedIds', 1000, 'identifiers', 'in one request, as many as Graph takes');

/** Identifiers are entry identifiers in one spelling or another: none of them changes when a message moves. */
async function translate(call: Call): Promise<Answer> {
  const { inputIds, sourceIdType, targetIdType } = bodyOf(call);
  const ids = listOf(inputIds, 'inputIds').map((each) => textOf(each, 'inputIds'));
  if (ids.length > IDS) throw badRequest(`inputIds has more than ${IDS} identifiers.`);
  const source = wordOf(sourceIdType, 'sourceIdType', formats);
  const target = wordOf(targetIdType, 'targetIdType', formats);
  const value = ids.map((sourceId) => {
    try {
      return { sourceId, targetId: written(entryIdOf(read(sourceId, source)), target) };
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      return { sourceId, targetId: null, errorDetails: { code: error.code, message: error.message } };
    }
  });
  return { status: 200, body: { '@odata.context': `${call.root}/$metadata#Collection(convertIdResult)`, value } };
}

/** An identifier as this server has it. Those of MAPI end with how many characters were left out of their base64. */
function read(id: string, format: Format): string {
  if (format === 'ewsId') return id.replaceAll('+', '-').replaceAll('/', '_');
  return format === 'entryId' || format === 'immutableEntryId' ? id.replace(/[012]$/, '') : id;
}

function written(entryId: Uint8Array, format: Format): string {
  if (format === 'ewsId') return Buffer.from(entryId).toString('base64');
  const id = idOf(entryId);
  return format === 'entryId' || format === 'immutableEntryId' ? `${id}${(3 - (entryId.length % 3)) % 3}` : id;
}
