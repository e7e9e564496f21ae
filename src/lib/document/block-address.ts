/** The document of a block's address, `slug#id`. */
export const slugOf = (address: string) => address.split('#')[0] ?? '';

/** The block of an address, `slug#id`. */
export const idOf = (address: string) => address.split('#')[1] ?? '';
