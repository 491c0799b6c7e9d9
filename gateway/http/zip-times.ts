/** The times inside a ZIP (APPNOTE 6.3 §4.4.6) set to its earliest, so that the same content gives the same bytes whenever it is made. */

/** 1 January 1980, 00:00:00, as MS-DOS writes it: the time, then the date. */
const EARLIEST = 0x00210000

const LOCAL_TIME = 10
const ENTRY_TIME = 12
const ENTRY_SIZE = 46
const END_SIZE = 22

/** Sets the time of every entry, in the directory and before the entry itself. The archive is our own: without comment, not ZIP64. */
export function setEarliestTimes(zip: Uint8Array): void {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = zip.length - END_SIZE
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) throw new TypeError('expected an archive without a comment')
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    view.setUint32(at + ENTRY_TIME, EARLIEST, true)
    view.setUint32(view.getUint32(at + 42, true) + LOCAL_TIME, EARLIEST, true)
    at += ENTRY_SIZE + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
}
