/** Seek from the start; the move counts as unsigned. @spec ne-objidl-stream_seek */
export const STREAM_SEEK_SET = 0;
/** Seek from the current position. @spec ne-objidl-stream_seek */
export const STREAM_SEEK_CUR = 1;
/** Seek from the end. @spec ne-objidl-stream_seek */
export const STREAM_SEEK_END = 2;

/** Everything that `Stat` knows. */
export const STATFLAG_DEFAULT = 0;
/** Everything but the name. */
export const STATFLAG_NONAME = 1;

/** The element is a storage: what {@link STATSTG.type} says. */
export const STGTY_STORAGE = 1;
/** The element is a stream: what {@link STATSTG.type} says. */
export const STGTY_STREAM = 2;

/** Others may read the region but not write to it. @spec ne-objidl-locktype */
export const LOCK_WRITE = 1;
/** Others may neither read the region nor write to it. @spec ne-objidl-locktype */
export const LOCK_EXCLUSIVE = 2;
/** A mark that only one stream can have on a region at a time; reading and writing go on. @spec ne-objidl-locktype */
export const LOCK_ONLYONCE = 4;

/** Commit in the ordinary way. @spec ne-wtypes-stgc */
export const STGC_DEFAULT = 0;
/** New data may overwrite old data while they are committed. @spec ne-wtypes-stgc */
export const STGC_OVERWRITE = 1;
/** Commit only when nobody else did since the stream was opened. @spec ne-wtypes-stgc */
export const STGC_ONLYIFCURRENT = 2;
/** Leave the data in the system's cache: `Commit` does not wait for the disk. @spec ne-wtypes-stgc */
export const STGC_DANGEROUSLYCOMMITMERELYTODISKCACHE = 4;
/** Tidy up while committing. @spec ne-wtypes-stgc */
export const STGC_CONSOLIDATE = 8;

/** Open for reading. */
export const STGM_READ = 0;
/** Open for writing. */
export const STGM_WRITE = 1;
/** Open for both. */
export const STGM_READWRITE = 2;
/** The bits of a mode that say how a stream may be accessed. */
export const STGM_ACCESS = 3;
/** Others may open the file for anything: so it is when no `STGM_SHARE_` flag is given. */
export const STGM_SHARE_DENY_NONE = 0x40;
/** Others may not read. */
export const STGM_SHARE_DENY_READ = 0x30;
/** Others may not write. */
export const STGM_SHARE_DENY_WRITE = 0x20;
/** Others may do neither. */
export const STGM_SHARE_EXCLUSIVE = 0x10;
/** The bits of a mode that say what others may do. */
export const STGM_SHARE = 0x70;
/** Make the file, or empty the one that is there. */
export const STGM_CREATE = 0x1000;
/** Changes of a storage are its own until Commit. */
export const STGM_TRANSACTED = 0x10000;
/** Changes of a storage are made at once: the absence of `STGM_TRANSACTED`. */
export const STGM_DIRECT = 0;
/** Do not touch a file that is there already: the absence of `STGM_CREATE`. */
export const STGM_FAILIFTHERE = 0;

/** The element goes over to the other storage. @spec nf-objidl-istorage-moveelementto */
export const STGMOVE_MOVE = 0;
/** The element stays, too. @spec nf-objidl-istorage-moveelementto */
export const STGMOVE_COPY = 1;
