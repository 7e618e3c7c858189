import { failed, type HResult, S_OK } from '../../com/index.js';
import {
  type IMAPIProp,
  MAPI_E_NOT_FOUND,
  MAPI_UNICODE,
  PROP_TYPE,
  PropRow,
  type PropTag,
  type PropValue,
  PT_UNICODE,
  PT_UNSPECIFIED,
  propId,
} from '../../mapi/index.js';

/**
 * Gets one property. It never answers a warning: the property is there or it is not.
 *
 * @param pmp the object
 * @param ulPropTag the property
 * @returns `S_OK` with the tag and the value; `MAPI_E_NOT_FOUND` for one that is not there, or what stands in place of its value
 * @spec hrgetoneprop
 */
export async function HrGetOneProp<T>(
  pmp: IMAPIProp,
  ulPropTag: PropTag<T>,
): Promise<readonly [HResult, PropValue<T>] | readonly [HResult, null]> {
  const [hr, row] = await pmp.GetProps([ulPropTag], PROP_TYPE(ulPropTag) === PT_UNICODE ? MAPI_UNICODE : 0);
  if (!row) return [hr, null];
  const [found] = row.toProps();
  const error = row.error(0);
  if (found === undefined || error !== null) return [error ?? MAPI_E_NOT_FOUND, null];
  return [S_OK, found as PropValue<T>];
}

/**
 * Sets one property. It never answers a warning: the property was set or it was not.
 *
 * @param pmp the object, open for writing; nothing is saved
 * @param pprop the property and its value
 * @returns `S_OK`, or why it could not be set
 * @spec hrsetoneprop
 */
export async function HrSetOneProp(pmp: IMAPIProp, pprop: PropValue): Promise<HResult> {
  const [hr, problems] = await pmp.SetProps([pprop]);
  if (failed(hr) || problems === null) return hr;
  return problems[0]?.scode ?? S_OK;
}

/**
 * Whether an object has a property.
 *
 * @param pobj the object
 * @param ulPropTag the property; of one of the type PT_UNSPECIFIED the identifier counts alone
 * @spec fpropexists
 */
export async function FPropExists(pobj: IMAPIProp, ulPropTag: PropTag): Promise<boolean> {
  const [, tags] = await pobj.GetPropList(PROP_TYPE(ulPropTag) === PT_UNICODE ? MAPI_UNICODE : 0);
  return tags?.some((tag) => isOf(tag, ulPropTag)) ?? false;
}

/**
 * Finds a property among others. The count of the original folds into the list.
 *
 * @param rgprop the properties, or a row of a table
 * @param ulPropTag the property; of one of the type PT_UNSPECIFIED the identifier counts alone
 * @returns null when it is not among them
 * @spec ppropfindprop
 */
export function PpropFindProp<T>(rgprop: readonly PropValue[] | PropRow, ulPropTag: PropTag<T>): PropValue<T> | null {
  const props = rgprop instanceof PropRow ? rgprop.toProps() : (rgprop as readonly PropValue[]);
  return (props.find(([tag]) => isOf(tag, ulPropTag)) as PropValue<T> | undefined) ?? null;
}

const isOf = (tag: PropTag, wanted: PropTag): boolean =>
  PROP_TYPE(wanted) === PT_UNSPECIFIED ? propId(tag) === propId(wanted) : tag === wanted;
