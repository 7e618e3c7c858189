import {
  type EntryId,
  fnevCriticalError,
  fnevExtended,
  fnevNewMail,
  fnevStatusObjectModified,
  fnevTableModified,
  type NOTIFICATION,
} from '../../mapi/index.js';

/**
 * The objects that an event is about: whoever registered for one of them hears of it. A folder is told of what happens to its
 * messages and subfolders, the old parent of what left it.
 *
 * @param event the event
 * @returns their entry identifiers; none for events that befall the whole store or session
 * @spec registering-for-a-notification
 */
export function subjectsOf(event: NOTIFICATION): readonly EntryId[] {
  switch (event.ulEventType) {
    case fnevCriticalError:
      return event.info.lpEntryID ? [event.info.lpEntryID] : [];
    case fnevNewMail:
      return [event.info.lpEntryID, event.info.lpParentID];
    case fnevStatusObjectModified:
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
