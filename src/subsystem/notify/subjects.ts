import {
  type EntryId,
  fnevCriticalError,
  fnevExtended,
  fnevNewMail,
  fnevObjectModified,
  fnevStatusObjectModified,
  fnevTableModified,
  type NOTIFICATION,
} from '../../mapi/index.js';

/**
 * The objects that an event is about: whoever registered for one of them hears of it. A folder is told of what comes into it
 * and leaves it, not of changes to what lies in it.
 *
 * @param event the event
 * @returns their entry identifiers; none for events that befall the whole store or session
 * @spec handling-message-store-notification
 */
export function subjectsOf(event: NOTIFICATION): readonly EntryId[] {
  switch (event.ulEventType) {
    case fnevCriticalError:
      return event.info.lpEntryID ? [event.info.lpEntryID] : [];
    case fnevNewMail:
      return [event.info.lpEntryID, event.info.lpParentID];
    case fnevStatusObjectModified:
    case fnevObjectModified:
      return [event.info.lpEntryID];
    case fnevTableModified:
    case fnevExtended:
      return [];
    default: {
      const { lpEntryID, lpParentID, lpOldID, lpOldParentID } = event.info;
      return [lpEntryID, lpParentID, lpOldID, lpOldParentID].filter((id): id is EntryId => id !== null);
    }
  }
}
