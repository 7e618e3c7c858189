/** What `GetLastError` tells about the last failure. @spec mapierror */
export interface MAPIERROR {
  /** The version of the structure: MAPI_ERROR_VERSION, 0. */
  readonly ulVersion: number;
  /** What went wrong, for people. */
  readonly lpszError: string;
  /** The component that failed. */
  readonly lpszComponent: string;
  /** The error of the layer below, 0 when there is none. */
  readonly ulLowLevelError: number;
  /** Where in the component it failed, 0 when unknown. */
  readonly ulContext: number;
}
