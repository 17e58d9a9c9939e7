/** What others use of it: `<RowPanel sheetId rowId onClose/>`, put into a page by the app. */
export { RowPanel } from './RowPanel'
