/** The question has an OK button. */
export const MB_OK = 0x00;
/** The question has OK and Cancel. */
export const MB_OKCANCEL = 0x01;
/** The question has Yes and No. */
export const MB_YESNO = 0x04;
/** Shown with an exclamation mark. */
export const MB_ICONEXCLAMATION = 0x30;
/** No is the button that Enter presses. */
export const MB_DEFBUTTON2 = 0x100;
/** OK was pressed. */
export const IDOK = 1;
/** Cancel was pressed. */
export const IDCANCEL = 2;
/** Yes was pressed. */
export const IDYES = 6;
/** No was pressed. */
export const IDNO = 7;
