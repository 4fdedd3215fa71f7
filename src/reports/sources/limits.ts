/** Bytes of one file that is read whole; a larger one is refused unread. */
export const largestFile = 32 * 1024 * 1024
/** Bytes of a file of many reports (jsonl, warc), which is read piece by piece. */
export const largestCollection = 4 * 1024 * 1024 * 1024
/** Bytes of one report within such a file. */
export const largestPiece = 16 * 1024 * 1024
/** Bytes of a list of web addresses, and how many it may hold. */
export const largestList = 1024 * 1024
export const mostAddresses = 1000
/** Reports of one file. */
export const mostPieces = 200_000
/** Milliseconds that one file's parser may take between two reports. */
export const longestParse = 20_000
/** Folders within folders. */
export const deepest = 32
