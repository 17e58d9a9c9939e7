/** How many people a pasted text names, for the button; the server reads it anew. */
const ADDRESS = /[^@\s,;<>"']+@[^@\s,;<>"']+\.[^@\s,;<>"']+/g

export function countAddresses(text: string): number {
  return new Set((text.match(ADDRESS) ?? []).map((address) => address.toLowerCase())).size
}
